import { LIMITS } from "../limits/registry";
import type { ErrorRow } from "./error-row";

/** Errors of what takes too much room, or too much work, to be kept or written. */
export const ROOM_ERRORS = {
  storage_full: {
    status: 409,
    title: "There is no room for more posts",
    detail: `Delete posts that you need no longer. Deleted ones count until they are erased, after ${LIMITS.deletedDays} days.`,
    fixUrl: "/posts",
  },
  export_too_large: {
    status: 422,
    title: "The post is too large for this format",
    detail: `Writing it takes more than ${LIMITS.exportSeconds} seconds or too much memory. Shorten the longest section or its tables, or export it as Markdown.`,
  },
  exports_busy: {
    status: 503,
    title: "Too many exports are being written",
    detail: "Try again in a minute. Nothing is lost.",
  },
} as const satisfies Record<string, ErrorRow>;
