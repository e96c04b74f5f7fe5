"use client";
import { useEffect, useState } from "react";
import { When } from "@/app/_ui/when";
import type { Post } from "@/lib/blog/schema";
import { ConflictDialog } from "./conflict-dialog";
import { isSameDraft, toDraft } from "./draft";
import { dropKeptDrafts, findKeptDraft, fromKept, type KeptDraft } from "./kept-draft";
import type { Editing } from "./use-editing";

/** The words of an earlier visit that never reached the server, until it is decided about them. */
export function useOfferedDraft(post: Post) {
  const [offered, setOffered] = useState<KeptDraft | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked for once, when the editor opens.
  useEffect(() => {
    const found = findKeptDraft(post.id);
    if (found && isSameDraft(fromKept(found), toDraft(post.document))) dropKeptDrafts(post.id);
    else setOffered(found);
  }, []);
  const settle = () => {
    dropKeptDrafts(post.id);
    setOffered(null);
  };
  return { offered, settle };
}

type OfferedDraftProps = { offered: KeptDraft; editing: Editing; onSettled: () => void };

/** Offers them back, with what they would change. */
export function OfferedDraft({ offered, editing, onSettled }: OfferedDraftProps) {
  const isOlder = offered.version !== editing.base.version;
  const mine = fromKept(offered);
  const bringBack = () => {
    onSettled();
    void editing.session.keepMine(editing.base, mine);
  };
  return (
    <>
      <span className="visually-hidden" role="status">
        Unsaved words of <When iso={offered.at} /> were found.
      </span>
      <ConflictDialog
        title="There are words that were never saved"
        explanation={
          isOlder
            ? "You wrote them in this browser before the connection was lost; meanwhile the post was changed elsewhere. Bring them back, and they become the newest version; the other stays in the history."
            : "You wrote them in this browser, and the page was closed before they were saved. Bring them back, or leave the post as it was saved."
        }
        mine={mine}
        theirs={toDraft(editing.base.document)}
        mineLabel="Bring them back"
        theirsLabel="Leave the post as it is"
        onMine={bringBack}
        onTheirs={onSettled}
      />
    </>
  );
}
