"use client";
import { useRef, useState } from "react";
import type { ToolName } from "./section-menu";

/** What is open below a section: a tool with its wish, or the choice of its sources, never both. */
export function useSectionPanel() {
  const root = useRef<HTMLElement>(null);
  const [tool, setTool] = useState<{ name: ToolName; wish: string } | null>(null);
  const [choosing, setChoosing] = useState(false);
  /** The focus goes back to the menu that everything here is opened from. */
  const close = () => {
    setTool(null);
    setChoosing(false);
    root.current?.querySelector<HTMLElement>('[aria-haspopup="menu"]')?.focus();
  };
  const open = (name: ToolName, wish = "") => {
    setChoosing(false);
    setTool({ name, wish });
  };
  const choose = () => {
    setTool(null);
    setChoosing(true);
  };
  return { root, tool, choosing, open, choose, close };
}
