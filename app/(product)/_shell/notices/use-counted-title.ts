"use client";
import { useEffect } from "react";

const COUNT = /^\(\d+\) /;

/** Puts "(2) " before the title of every page while notices are unread. */
export function useCountedTitle(unread: number): void {
  useEffect(() => {
    const apply = () => {
      const plain = document.title.replace(COUNT, "");
      const title = unread > 0 ? `(${unread}) ${plain}` : plain;
      if (plain && document.title !== title) document.title = title;
    };
    apply();
    const watching = new MutationObserver(apply);
    watching.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => watching.disconnect();
  }, [unread]);
}
