import type { NoticeKind } from "@/lib/notices/schema";

const WORDS = {
  ready: "The post is ready to read and edit.",
  waiting: "The outline waits for your approval.",
  "needs-key": "The run is parked until one of your keys works again.",
  failed: "The run failed. What had been written is kept.",
} satisfies Record<NoticeKind, string>;

/** What a notice says, in a sentence. */
export function describeNotice(kind: NoticeKind): string {
  return WORDS[kind];
}
