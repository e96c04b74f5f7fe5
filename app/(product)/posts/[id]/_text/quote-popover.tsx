"use client";
import { Popover } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import {
  type ReactNode,
  type RefCallback,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import styles from "./quote-popover.module.css";

/** How what stands in and under the popover opens and closes it. */
type Quote = { toggle: () => void; close: () => void };
/** What the footnote mark carries, so that the popover stands at it and belongs to it. */
type MarkProps = {
  ref: RefCallback<HTMLElement>;
  id: string;
  "aria-haspopup": "dialog";
  "aria-expanded": boolean;
  "aria-controls": string | undefined;
};
type QuotePopoverProps = {
  /** The footnote mark that it opens from. */
  target: (quote: Quote, mark: MarkProps) => ReactNode;
  children: (quote: Quote) => ReactNode;
};

/**
 * What opens over a footnote mark, in a post and in its editor. Esc closes it, and the focus goes back.
 * A post has hundreds of marks: the popover of one is made when it is opened for the first time.
 */
export function QuotePopover({ target, children }: QuotePopoverProps) {
  const id = useId();
  const mark = useRef<HTMLElement>(null);
  const keep = useCallback((element: HTMLElement | null) => {
    mark.current = element;
  }, []);
  const [asked, setAsked] = useState(false);
  const [opened, { open, close, toggle }] = useDisclosure(false);
  // Mantine keeps for later what had the focus when it opens, not when it is made.
  useEffect(() => {
    if (asked) open();
  }, [asked, open]);
  const quote = { toggle: asked ? toggle : () => setAsked(true), close };
  return (
    <>
      {target(quote, {
        ref: keep,
        id,
        "aria-haspopup": "dialog",
        "aria-expanded": opened,
        "aria-controls": opened ? `${id}-dropdown` : undefined,
      })}
      {asked && (
        <Popover
          id={id}
          opened={opened}
          onChange={(isOpen) => !isOpen && close()}
          width={340}
          position="bottom"
          withArrow
          trapFocus
          returnFocus
        >
          <Popover.Target>
            <StandIn mark={mark} />
          </Popover.Target>
          <Popover.Dropdown className={styles.popover}>{children(quote)}</Popover.Dropdown>
        </Popover>
      )}
    </>
  );
}

type StandInProps = { mark: { current: HTMLElement | null }; ref?: RefCallback<HTMLElement> };

/** Draws nothing: it tells the popover of the mark, which was there before it. */
function StandIn({ mark, ref }: StandInProps) {
  useLayoutEffect(() => {
    ref?.(mark.current);
  }, [mark, ref]);
  return null;
}
