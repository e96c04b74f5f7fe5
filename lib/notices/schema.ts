import { z } from "zod";
import { LIMITS } from "../limits/registry";

/** What a user hears of: a run is finished, waits for its outline, needs a key, or has failed; a month's cap is near or reached. */
export const NOTICE_KINDS = [
  "ready",
  "waiting",
  "needs-key",
  "failed",
  "cap-near",
  "cap-reached",
] as const;
export const noticeKind = z.enum(NOTICE_KINDS);
export type NoticeKind = z.infer<typeof noticeKind>;

/** One notice with the title of its post, where it is about one. Times are ISO 8601 in UTC. */
export const notice = z.object({
  id: z.string(),
  postId: z.string().nullable(),
  kind: noticeKind,
  title: z.string().nullable(),
  createdAt: z.string(),
  readAt: z.string().nullable(),
});
export type Notice = z.infer<typeof notice>;

/**
 * Answer of `GET /api/notices`: the newest 30, how many are unread in all, and the keys that are
 * refused, as provider and reason.
 */
export const noticeList = z.object({
  notices: z.array(notice),
  unread: z.number(),
  refusedKeys: z.array(z.string()).optional(),
});
export type NoticeList = z.infer<typeof noticeList>;

/** Body of `POST /api/notices/read`: some notices, those of one post, or all of them. */
export const readNoticesBody = z.union([
  z.strictObject({ ids: z.array(z.uuid()).min(1).max(LIMITS.readNotices) }),
  z.strictObject({ postId: z.uuid() }),
  z.strictObject({ all: z.literal(true) }),
]);
export type ReadNotices = z.infer<typeof readNoticesBody>;
