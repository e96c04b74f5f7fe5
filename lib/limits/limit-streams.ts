import "server-only";
import type { UserId } from "../auth/user-id";
import { shareInProcess } from "../process/share-in-process";
import { LIMITS } from "./registry";

const open = shareInProcess("event-streams", () => new Map<UserId, AbortController[]>());

/** A place for one more stream of a user: its `signal` fires when a newer one needs the place. */
export type StreamPlace = { signal: AbortSignal; leave: () => void };

/** Lets a user have so many streams on this server; the oldest makes room. */
export function takeStreamPlace(user: UserId): StreamPlace {
  const mine = new AbortController();
  const places = [...(open.get(user) ?? []), mine];
  open.set(user, places.slice(-LIMITS.eventStreams));
  for (const old of places.slice(0, -LIMITS.eventStreams)) old.abort();
  return { signal: mine.signal, leave: () => leave(user, mine) };
}

function leave(user: UserId, mine: AbortController): void {
  const others = (open.get(user) ?? []).filter((place) => place !== mine);
  if (others.length > 0) open.set(user, others);
  else open.delete(user);
}
