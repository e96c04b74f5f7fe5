import { openTold } from "./open-told";

/** How far the post on this page has come: being written, with an outline that waits, ended early, or whole. */
export type CurrentPhase = "writing" | "outline" | "ended" | "written";

/** Says how far the post on this page has come, as it goes on; undefined where there is no post. */
export const { tell: setCurrentPhase, useTold: useCurrentPhase } = openTold<CurrentPhase>();
