import { useState } from "react";
import type { SeoChange } from "@/lib/seo/schema";

/** Saving a change: whether one can be saved, is being saved, was saved, or was not. */
export type ApplyWork = {
  readOnly: boolean;
  busy: boolean;
  failed: boolean;
  /** What a screen reader hears of it. */
  said: string;
  /** Resolves to whether it was saved. Never rejects. */
  apply: (change: SeoChange, saying: string) => Promise<boolean>;
};

/** Runs `onApply`, one change at a time. */
export function useApply(onApply: ((change: SeoChange) => Promise<void>) | undefined): ApplyWork {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const [said, setSaid] = useState("");
  const apply = async (change: SeoChange, saying: string) => {
    if (!onApply || busy) return false;
    setBusy(true);
    setFailed(false);
    const saved = await onApply(change).then(
      () => true,
      () => false,
    );
    setBusy(false);
    setFailed(!saved);
    setSaid(saved ? saying : "");
    return saved;
  };
  return { readOnly: !onApply, busy, failed, said, apply };
}
