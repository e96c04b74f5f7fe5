"use client";
import { Button } from "@mantine/core";
import { useState } from "react";
import styles from "./notices.module.css";
import { readPermission } from "./system-notice";

/** Offers notices of the browser itself. It asks only when the user presses the button. */
export function AllowNotices() {
  const [permission, setPermission] = useState(readPermission);
  if (permission === "unsupported") return null;
  if (permission === "granted")
    return <p className={styles.note}>This browser also tells you while you are elsewhere.</p>;
  if (permission === "denied")
    return (
      <p className={styles.note}>
        This browser is set to show no notices of this site. Its settings for this site change that.
      </p>
    );
  return (
    <Button
      size="xs"
      variant="default"
      onClick={() => void Notification.requestPermission().then(setPermission)}
    >
      Tell me in the background
    </Button>
  );
}
