"use client";
import { useEffect, useRef } from "react";

/** What of the page's top is covered: `globals.css` keeps what is scrolled to beneath it. */
const COVERED = "--covered-top";

/** A bar that stays at the top of the page, however many lines it takes: nothing is scrolled to beneath it. */
export function useBarHeight<Bar extends HTMLElement>() {
  const bar = useRef<Bar>(null);
  useEffect(() => {
    const { style } = document.documentElement;
    const watch = new ResizeObserver(() => {
      style.setProperty(COVERED, `${bar.current?.offsetHeight ?? 0}px`);
    });
    if (bar.current) watch.observe(bar.current);
    return () => {
      watch.disconnect();
      style.removeProperty(COVERED);
    };
  }, []);
  return bar;
}
