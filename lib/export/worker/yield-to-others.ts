import "server-only";
import { constants, setPriority } from "node:os";

/**
 * Gives this thread processor time last, so that hard texts on every core hold up nobody. Linux takes a
 * priority for a thread alone; elsewhere it would be that of the whole server.
 */
if (process.platform === "linux") setPriority(0, constants.priority.PRIORITY_LOW);
