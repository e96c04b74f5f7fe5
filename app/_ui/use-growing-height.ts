import { type RefObject, useEffect } from "react";

/** Keeps a field as high as its text, also once the page has another width or its font has come. */
export function useGrowingHeight(
  field: RefObject<HTMLTextAreaElement | null>,
  value: string,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text.
  useEffect(() => {
    const { current } = field;
    if (!current) return;
    const resize = () => {
      current.style.height = "auto";
      const border = current.offsetHeight - current.clientHeight;
      current.style.height = `${current.scrollHeight + border}px`;
    };
    resize();
    void document.fonts.ready.then(resize);
    const watch = new ResizeObserver(resize);
    watch.observe(document.body);
    return () => watch.disconnect();
  }, [value]);
}
