"use client";
import { Popover } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { BellIcon } from "@/app/_ui/icons";
import quiet from "@/app/_ui/quiet-button.module.css";
import type { NoticeList as Notices } from "@/lib/notices/schema";
import { findPage } from "./describe-notice";
import { NoticeList } from "./notice-list";
import styles from "./notices.module.css";
import { mayShowSystemNotice, showSystemNotice } from "./system-notice";
import { useCountedTitle } from "./use-counted-title";
import { useNotices } from "./use-notices";

/**
 * The bell of the header: how much is unread, and the list behind it. A key that is refused since the
 * page was made has the page made again, so that it says so.
 */
export function NoticeBell({ refusedKeys }: { refusedKeys: string[] }) {
  const router = useRouter();
  const [opened, list] = useDisclosure(false);
  const tell = (before: Notices, now: Notices) => {
    if (!document.hidden || !mayShowSystemNotice()) return;
    const known = new Set(before.notices.map(({ id }) => id));
    for (const notice of now.notices)
      if (!notice.readAt && !known.has(notice.id))
        showSystemNotice(notice, () => router.push(findPage(notice)));
  };
  const { notices, unread, read, ...news } = useNotices(tell);
  const shown = refusedKeys.join();
  const known = news.refusedKeys?.join() ?? shown;
  useEffect(() => {
    if (known !== shown) router.refresh();
  }, [known, shown, router]);
  useCountedTitle(unread);
  return (
    <Popover
      opened={opened}
      onChange={(open) => (open ? list.open() : list.close())}
      position="bottom-end"
      width={340}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <button
          type="button"
          className={quiet.icon}
          onClick={list.toggle}
          aria-label={unread > 0 ? `Notices, ${unread} unread` : "Notices"}
        >
          <span className={styles.bell}>
            <BellIcon />
            {unread > 0 && (
              <span className={styles.count} aria-hidden="true">
                {unread > 9 ? "9+" : unread}
              </span>
            )}
          </span>
        </button>
      </Popover.Target>
      <Popover.Dropdown className={styles.panel} aria-label="Notices">
        <NoticeList
          notices={notices}
          unread={unread}
          onReadAll={() => void read({ all: true })}
          onOpen={list.close}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
