import { showToast } from "@/app/_ui/messages/toast";
import type { MaskedKey } from "@/lib/keys/schema";

/** A toast that says which keys were saved, and which of them are still unverified. */
export function announceSaved(saved: MaskedKey[], names: Record<string, string>): void {
  const overruled = saved.filter((key) => key.source === "shell");
  if (overruled.length > 0) announceOverruled(overruled, names);
  else announceChecked(saved, names);
}

function announceChecked(saved: MaskedKey[], names: Record<string, string>): void {
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

/** In development the shell wins: what was saved is not what is used. */
function announceOverruled(keys: MaskedKey[], names: Record<string, string>): void {
  const list = keys.map((key) => `${key.variable} (${names[key.provider] ?? key.provider})`);
  showToast({
    title: "Saved, but your shell's key is used",
    message: `The shell that started this server sets ${list.join(" and ")}, which wins over .env.local. Unset it there and start again.`,
    tone: "warn",
  });
}

/** A toast that says a key is gone. */
export function announceDeleted(name: string): void {
  showToast({
    title: `${name} key deleted`,
    message: "It is used for nothing any more. You may delete it at the provider too.",
  });
}
