"use client";
import { Button } from "@mantine/core";
import Link from "next/link";
import { When } from "@/app/_ui/when";
import type { Notice } from "@/lib/notices/schema";
import { AllowNotices } from "./allow-notices";
import { describeNotice, findPage, nameSubject } from "./describe-notice";
import styles from "./notices.module.css";

type NoticeListProps = {
  notices: Notice[];
  unread: number;
  onReadAll: () => void;
  onOpen: () => void;
};

/** What happened to the user's posts, newest first; each leads to its post. */
export function NoticeList({ notices, unread, onReadAll, onOpen }: NoticeListProps) {
  return (
    <>
      <div className={styles.top}>
        <h2 className={styles.title}>Notices</h2>
        {unread > 0 && (
          <Button size="compact-xs" variant="default" onClick={onReadAll}>
            Mark all as read
          </Button>
        )}
      </div>
      {notices.length === 0 && (
        <p className={styles.note}>
          Nothing yet. When a post is finished, needs you or fails, it says so here.
        </p>
      )}
      <ul className={styles.list}>
        {notices.map((notice) => (
          <li
            key={notice.id}
            className={styles.notice}
            data-unread={notice.readAt === null || undefined}
          >
            <Link href={findPage(notice)} prefetch={false} onClick={onOpen}>
              {notice.readAt === null && <span className="visually-hidden">Unread: </span>}
              {nameSubject(notice)}
            </Link>
            <p>{describeNotice(notice.kind)}</p>
            <p className={styles.when}>
              <When iso={notice.createdAt} />
            </p>
          </li>
        ))}
      </ul>
      <AllowNotices />
    </>
  );
}
