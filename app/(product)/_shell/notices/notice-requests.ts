import { jsonPost, requestJson } from "@/app/_ui/messages/problem";
import { type NoticeList, noticeList, type ReadNotices } from "@/lib/notices/schema";

/** The user's notices as they are now; null when they cannot be had, and are asked for again later. */
export async function fetchNotices(): Promise<NoticeList | null> {
  const answer = await requestJson("/api/notices", noticeList);
  return answer.ok ? answer.value : null;
}

/** Marks notices as read; gives all of them as they are then. */
export async function readNotices(which: ReadNotices): Promise<NoticeList | null> {
  const answer = await requestJson("/api/notices/read", noticeList, jsonPost(which));
  return answer.ok ? answer.value : null;
}
