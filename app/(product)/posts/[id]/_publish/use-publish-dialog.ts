"use client";
import { useDisclosure } from "@mantine/hooks";
import { usePublishing } from "./use-publishing";

/** Whether the dialog for publishing is open, how it is opened and closed, and all that it knows. */
export function usePublishDialog(postId: string) {
  const [opened, dialog] = useDisclosure(false);
  const publishing = usePublishing(postId);
  const open = () => {
    void publishing.open();
    dialog.open();
  };
  return { opened, open, close: dialog.close, publishing };
}
/** What the parts of the page are given. */
export type PublishDialogState = ReturnType<typeof usePublishDialog>;
