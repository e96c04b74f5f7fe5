"use client";
import { useInterval } from "@mantine/hooks";
import { usePathname } from "next/navigation";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { POSTS_CHANGED } from "@/app/_ui/posts-changed";
import { NOTICES_MS } from "@/lib/limits/paces";
import type { NoticeList, ReadNotices } from "@/lib/notices/schema";
import { fetchNotices, readNotices } from "./notice-requests";
import { mayShowSystemNotice } from "./system-notice";

const NONE: NoticeList = { notices: [], unread: 0 };

/**
 * The user's notices: asked for when a page is opened, when the window gets the focus, when a run on
 * the page ends, and every 30 seconds while somebody can see or hear of them.
 *
 * @param onNews called with a list that has more in it than the one before.
 */
export function useNotices(onNews: (before: NoticeList, now: NoticeList) => void) {
  const [list, setList] = useState(NONE);
  const known = useRef<NoticeList | null>(null);
  const path = usePathname();
  const take = (next: NoticeList | null) => {
    if (!next) return;
    if (known.current) onNews(known.current, next);
    known.current = next;
    setList(next);
  };
  const refresh = useEffectEvent(async () => {
    const fresh = await fetchNotices();
    const here = fresh && findUnreadHere(fresh, path);
    take(here ? await readNotices({ postId: here }) : fresh);
  });
  const poll = () => {
    if (!document.hidden || mayShowSystemNotice()) void refresh();
  };
  useInterval(poll, NOTICES_MS, { autoInvoke: true });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page may be of a post that has notices.
  useEffect(() => {
    void refresh();
  }, [path]);
  useEffect(() => {
    const listen = () => void refresh();
    const events = ["focus", "visibilitychange", POSTS_CHANGED] as const;
    for (const type of events) window.addEventListener(type, listen);
    return () => {
      for (const type of events) window.removeEventListener(type, listen);
    };
  }, []);
  return { ...list, read: async (which: ReadNotices) => take(await readNotices(which)) };
}

/** The post whose page is open and seen, when something unread is said of it. */
function findUnreadHere({ notices }: NoticeList, path: string): string | undefined {
  if (document.hidden) return undefined;
  const here = notices.find(({ postId, readAt }) => !readAt && path === `/posts/${postId}`);
  return here?.postId ?? undefined;
}
