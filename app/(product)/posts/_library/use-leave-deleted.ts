"use client";
import { useRouter } from "next/navigation";
import { showToast } from "@/app/_ui/messages/toast";
import { UNDO_MS } from "@/lib/limits/paces";
import { LIMITS } from "@/lib/limits/registry";
import { restorePost } from "./post-requests";

/** Leaves the page of a post that was deleted, for the list, with the way back in a message. */
export function useLeaveDeleted(id: string): (title: string) => void {
  const router = useRouter();
  const undo = async () => {
    const answer = await restorePost(id);
    if (answer.ok) return router.push(`/posts/${id}`);
    showToast({ title: answer.problem.title, message: answer.problem.detail, tone: "bad" });
  };
  return (title) => {
    showToast({
      title: "Deleted",
      message: `“${title}” stays under “Recently deleted” for ${LIMITS.deletedDays} days.`,
      action: { label: "Undo", onClick: () => void undo(), stayMs: UNDO_MS },
    });
    router.push("/posts");
    router.refresh();
  };
}
