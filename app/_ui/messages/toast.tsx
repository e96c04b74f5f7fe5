import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";

type Toast = {
  title: string;
  message: string;
  tone?: "good" | "warn" | "bad";
  /** A button that takes back or goes on, and how long it stays, in milliseconds. */
  action?: { label: string; onClick: () => void; stayMs: number };
};

const COLORS = { good: "accent", warn: "yellow", bad: "red" } as const;

/** Says in the corner what has just happened. It goes by itself, or with its named button. */
export function showToast({ title, message, tone = "good", action }: Toast): void {
  const id = notifications.show({
    title,
    message: action ? (
      <>
        {message}{" "}
        <Button size="compact-sm" variant="default" onClick={act}>
          {action.label}
        </Button>
      </>
    ) : (
      message
    ),
    color: COLORS[tone],
    ...(action ? { autoClose: action.stayMs } : {}),
    closeButtonProps: { "aria-label": "Close the message" },
  });
  function act() {
    notifications.hide(id);
    action?.onClick();
  }
}
