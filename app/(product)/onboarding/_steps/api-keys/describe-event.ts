import { errorRow, isErrorCode } from "@/lib/errors";
import type { KeyTimeline } from "@/lib/keys/schema";

type KeyEvent = KeyTimeline["events"][number];

/** One line of the timeline, in words. */
export function describeEvent(event: KeyEvent, names: Record<string, string>): string {
  const name = names[event.provider ?? ""] ?? event.provider ?? "";
  switch (event.event) {
    case "created":
      return `${name} key saved`;
    case "replaced":
      return `${name} key replaced by another one`;
    case "checked":
      return event.detail === "unknown"
        ? `${name} could not be asked about the key`
        : `${name} accepted the key`;
    case "used":
      return `${name} key used, and it worked`;
    case "rejected":
      return describeRejection(name, event);
    case "rotated":
      return event.detail === "data_key"
        ? "Your keys were sealed under a new key of your own"
        : "What seals your keys was renewed by this site";
    case "deleted":
      return `${name} key deleted`;
    default:
      return `${name} ${event.event}`;
  }
}

/** Without a version it was a key that was never saved. */
function describeRejection(name: string, { detail, version }: KeyEvent): string {
  const what =
    version === null ? `${name} rejected a key, which was not saved` : `${name} rejected the key`;
  const known = detail && detail !== "key_rejected" && isErrorCode(detail);
  return known ? `${what}: ${errorRow(detail).title}` : what;
}
