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
  useEffect(() => {
    const element = log.current;
    let before = 0;
    const look = () => {
      if (!element) return;
      const { scrollHeight, scrollTop, clientHeight } = element;
      // A log that has grown meanwhile is far from its end too: only its reader scrolls back.
      if (scrollHeight - scrollTop - clientHeight < NEAR) follows.current = true;
      else if (scrollTop < before) follows.current = false;
      before = scrollTop;
    };
    element?.addEventListener("scroll", look, { passive: true });
    return () => element?.removeEventListener("scroll", look);
  }, [log]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a word of one's own leads to the end.
  useEffect(() => {
    follows.current = true;
  }, [said]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever is new is to be seen.
  useEffect(() => {
    if (follows.current) log.current?.scrollTo({ top: log.current.scrollHeight });
  }, [log, grown, said]);
}
