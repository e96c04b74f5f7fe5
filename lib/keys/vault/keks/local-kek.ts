import "server-only";
import { openBytes, sealBytes } from "../envelope";
import type { Kek } from "./kek";

/** A KEK whose 32 bytes this server holds; `id` is bound into what it wraps. */
export function openLocalKek(id: string, bytes: Uint8Array): Kek {
  return {
    wrap: (dataKey, context) => sealBytes(bytes, dataKey, [...context, id]),
    unwrap: (wrapped, context) => openBytes(bytes, wrapped, [...context, id]),
  };
}
