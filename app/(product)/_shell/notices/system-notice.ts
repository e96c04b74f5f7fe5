import type { Notice } from "@/lib/notices/schema";
import { describeNotice, nameSubject } from "./describe-notice";

/** Whether this browser can show notices of its own, and whether the user lets it. */
export function readPermission(): NotificationPermission | "unsupported" {
  return typeof Notification === "undefined" ? "unsupported" : Notification.permission;
}

/** True once the user has allowed notices of the browser. */
export function mayShowSystemNotice(): boolean {
  return readPermission() === "granted";
}

/** Shows a notice outside the page; several tabs show it once. */
export function showSystemNotice(notice: Notice, open: () => void): void {
  const shown = new Notification(nameSubject(notice), {
    body: describeNotice(notice.kind),
    tag: notice.id,
  });
  shown.onclick = () => {
    window.focus();
    open();
    shown.close();
  };
}
