import "server-only";
import { ghost } from "./ghost/ghost";
import type { Publisher } from "./publisher";
import { PUBLISHER_KINDS, type PublisherCard, type PublisherKind } from "./schema";
import { wordpress } from "./wordpress/wordpress";

/** THE list of publishing systems. The form, the request's shape and the live test follow. */
const PUBLISHERS = { wordpress, ghost } as const satisfies Record<PublisherKind, Publisher>;

/** A publishing system by kind. */
export function getPublisher(kind: PublisherKind): Publisher {
  return PUBLISHERS[kind];
}

/** All of them, as the form shows them. */
export function listPublisherCards(): PublisherCard[] {
  return PUBLISHER_KINDS.map((kind) => getPublisher(kind).card);
}
