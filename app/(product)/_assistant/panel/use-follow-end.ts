import { type RefObject, useEffect, useRef } from "react";

/** How far from its end, in pixels, a reader still counts as being there. */
const NEAR = 48;

/**
 * Keeps the end of a log in view while it grows, until its reader scrolls back to read; what they say
 * themselves leads to the end again. `grown` differs whenever there is more to see, `said` counts
 * what they have said.
 */
export function useFollowEnd(
  log: RefObject<HTMLElement | null>,
  { grown, said }: { grown: string; said: number },
): void {
  const follows = useRef(true);
  const seenTop = useRef(0);
  useEffect(() => {
    const element = log.current;
    const look = () => {
      if (!element) return;
      const { scrollHeight, scrollTop, clientHeight } = element;
      // A log that has grown meanwhile is far from its end too: only its reader scrolls back.
      if (scrollHeight - scrollTop - clientHeight < NEAR) follows.current = true;
      else if (scrollTop < seenTop.current) follows.current = false;
      seenTop.current = scrollTop;
    };
    element?.addEventListener("scroll", look, { passive: true });
    return () => element?.removeEventListener("scroll", look);
  }, [log]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a word of one's own leads to the end.
  useEffect(() => {
    follows.current = true;
    seenTop.current = 0;
  }, [said]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever is new is to be seen.
  useEffect(() => {
    const element = log.current;
    if (!element) return;
    // The browser tells of a reader's scrolling a frame later than it is done.
    if (element.scrollTop < seenTop.current - NEAR) follows.current = false;
    if (!follows.current) return;
    element.scrollTo({ top: element.scrollHeight });
    seenTop.current = element.scrollTop;
  }, [log, grown, said]);
}
