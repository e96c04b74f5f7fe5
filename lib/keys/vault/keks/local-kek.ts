import "server-only";
import { openBytes, sealBytes } from "../envelope";
import type { Kek } from "./kek";

/** A KEK whose 32 bytes this server holds; `id` is bound into what it wraps. */
export function openLocalKek(id: string, bytes: Uint8Array): Kek {
  let imported: ReturnType<typeof importOnce> | undefined;
  const load = () => {
    imported ??= importOnce(bytes);
    return imported;
  };
  return {
    wrap: async (dataKey, context) => sealBytes(await load(), dataKey, [...context, id]),
    unwrap: async (wrapped, context) => openBytes(await load(), wrapped, [...context, id]),
  };
}

function importOnce(bytes: Uint8Array) {
  const uses: KeyUsage[] = ["encrypt", "decrypt"];
  return crypto.subtle.importKey("raw", Buffer.from(bytes), "AES-GCM", false, uses);
}
