"use client";
import { Popover } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { ReactNode } from "react";
import styles from "./quote-popover.module.css";

/** How what stands in and under the popover opens and closes it. */
type Quote = { toggle: () => void; close: () => void };
type QuotePopoverProps = {
  /** The footnote mark that it opens from. */
  target: (quote: Quote) => ReactNode;
  children: (quote: Quote) => ReactNode;
};

/** What opens over a footnote mark, in a post and in its editor. Esc closes it, and the focus goes back. */
export function QuotePopover({ target, children }: QuotePopoverProps) {
  const [opened, quote] = useDisclosure(false);
  return (
    <Popover
      opened={opened}
      onChange={(open) => !open && quote.close()}
      width={340}
      position="bottom"
      withArrow
      trapFocus
      returnFocus
    >
      <Popover.Target>{target(quote)}</Popover.Target>
      <Popover.Dropdown className={styles.popover}>{children(quote)}</Popover.Dropdown>
    </Popover>
  );
}
