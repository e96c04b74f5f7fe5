"use client";
import { Button } from "@mantine/core";
import { useState } from "react";
import { z } from "zod";
import { jsonPost, requestJson } from "@/app/_ui/messages/problem";
import { showToast } from "@/app/_ui/messages/toast";

/** Stops the run, and with it the spending. What has been written stays. */
export function StopButton({ id }: { id: string }) {
  const [stopping, setStopping] = useState(false);
  const stop = async () => {
    setStopping(true);
    const answer = await requestJson(`/api/blog/posts/${id}/cancel`, z.unknown(), jsonPost({}));
    if (answer.ok) return;
    setStopping(false);
    showToast({
      title: answer.problem.title,
      message: answer.problem.detail,
      tone: "bad",
    });
  };
  return (
    <Button
      size="xs"
      variant="default"
      disabled={stopping}
      title="Ends the writing and the spending. What is written stays, and you can go on later."
      onClick={stop}
    >
      {stopping ? "Stopping…" : "Stop"}
    </Button>
  );
}
