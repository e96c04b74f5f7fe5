import type { Notice, NoticeKind } from "@/lib/notices/schema";

const WORDS = {
  ready: "The post is ready to read and edit.",
  waiting: "The outline waits for your approval.",
  "needs-key": "The run is parked until one of your keys, or its cap, lets it go on.",
  failed: "The run failed. What had been written is kept.",
  "cap-near": "Your keys have spent four fifths of this month's cap.",
  "cap-reached":
    "The next call could cost more than is left. Raise the cap, or wait for next month.",
} satisfies Record<NoticeKind, string>;

/** What a notice is about: its post, or the month's cap. */
export function nameSubject({ title, kind }: Notice): string {
  if (title !== null) return title;
  return kind === "cap-reached" ? "This month's cap is reached" : "This month's cap is near";
}

/** The page where a notice can be acted on. */
export function findPage({ postId }: Notice): string {
  return postId === null ? "/usage" : `/posts/${postId}`;
}

/** What a notice says, in a sentence. */
export function describeNotice(kind: NoticeKind): string {
  return WORDS[kind];
}
