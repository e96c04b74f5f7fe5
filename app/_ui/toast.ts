import { notifications } from "@mantine/notifications";

type Toast = { title: string; message: string; tone?: "good" | "warn" | "bad" };

const COLORS = { good: "accent", warn: "yellow", bad: "red" } as const;

/** Says in the corner what has just happened. It goes by itself, or with its named button. */
export function showToast({ title, message, tone = "good" }: Toast): void {
  notifications.show({
    title,
    message,
    color: COLORS[tone],
    closeButtonProps: { "aria-label": "Close the message" },
  });
}
