import { showToast } from "@/app/_ui/messages/toast";
import type { MaskedKey } from "@/lib/keys/schema";

/** A toast that says which keys were saved, and which of them are still unverified. */
export function announceSaved(saved: MaskedKey[], names: Record<string, string>): void {
  const unverified = saved.filter((key) => key.status === "unknown");
  const list = (keys: MaskedKey[]) =>
    new Intl.ListFormat("en").format(keys.map((key) => names[key.provider] ?? key.provider));
  showToast({
    title: saved.length === 1 ? "Key saved" : "Keys saved",
    message:
      unverified.length > 0
        ? `${list(unverified)} could not be reached: saved as unverified, checked again on first use.`
        : `${list(saved)}: accepted and saved.`,
    tone: unverified.length > 0 ? "warn" : "good",
  });
}

/** A toast that says a key is gone. */
export function announceDeleted(name: string): void {
  showToast({
    title: `${name} key deleted`,
    message: "It is used for nothing any more. You may delete it at the provider too.",
  });
}
