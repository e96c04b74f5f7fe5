import { useEffect } from "react";

/**
 * Gives the focus back when a dialog goes that is there only while it is open: Mantine's own returns it
 * for those that stay and close. Whoever has taken the focus meanwhile keeps it.
 */
export function useReturnFocus(): void {
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      const isLost = document.activeElement === document.body;
      if (isLost && before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
}
