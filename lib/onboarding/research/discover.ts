import "server-only";
import type { UserId } from "../../auth/user-id";
import type { Caller } from "../../calls/caller";
import { openCaller } from "../../calls/open-caller";
import { AppError } from "../../errors";
import type { EmitWork } from "../../http/schema";
import { findCompetitors } from "./find-competitors";
import { findGaps } from "./find-gaps";
import { readOwnSite } from "./read-own-site";
import type { DiscoverBody } from "./schema";

type Report = { emit: EmitWork; signal: AbortSignal; remember?: Caller["remember"] };

/**
 * Finds competitors, then accounts and what there is on the user's own site, then what the competitors write about and leave out. Each finding
 * is sent as it comes, so that a failure later on loses none of the earlier ones.
 *
 * @throws AppError `no_competitors` when there is nobody to compare with.
 */
export async function discover(
  user: UserId,
  body: DiscoverBody,
  { emit, signal, remember }: Report,
): Promise<null> {
  const caller = await openCaller(user, emit, signal, remember);
  const competitors = body.competitors ?? (await search(caller, body, emit));
  if (competitors.length === 0) throw new AppError("no_competitors", { provider: "exa" });
  emit("progress", { done: 2, total: 3, label: "Comparing what they write about" });
  const { description } = body;
  await findGaps(caller, { description, competitors }, (name, value) =>
    emit("field", { name, value }),
  );
  emit("progress", { done: 3, total: 3, label: "Done" });
  return null;
}

async function search(caller: Caller, { description, url }: DiscoverBody, emit: EmitWork) {
  emit("progress", { done: 0, total: 3, label: "Searching for companies with the same readers" });
  const competitors = await findCompetitors(caller, { description, ownUrl: url });
  emit("field", { name: "competitors", value: competitors });
  if (!url) return competitors;
  emit("progress", { done: 1, total: 3, label: "Reading your own site through Exa" });
  const { socials, content } = await readOwnSite(caller, url);
  emit("field", { name: "socials", value: socials });
  emit("field", { name: "content", value: content });
  return competitors;
}
