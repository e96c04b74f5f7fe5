/** The counting alone: the package's entry also loads Node's streams, which a browser has not. */
declare module "reading-time/lib/reading-time" {
  export { default } from "reading-time";
}
