import "server-only";
import path from "node:path";

/**
 * The path of a file of this server's own, such as one in `.data/`. What the framework finds in a path
 * it ships with the build: these are left out, whatever lies there.
 */
export function localFile(...names: string[]): string {
  return path.join(/* turbopackIgnore: true */ process.cwd(), ...names);
}
