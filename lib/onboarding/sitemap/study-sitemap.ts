import "server-only";
import type { UserId } from "../../auth/user-id";
import { openCaller } from "../../calls/open-caller";
import { requireConfig } from "../../config/config";
import type { EmitWork } from "../../http/schema";
import { findMissing } from "./find-missing";
import { readSitemap } from "./read-sitemap";
import type { SitemapBody, SitemapOverview } from "./schema";
import { summarizeSitemap } from "./summarize-sitemap";

type Report = { emit: EmitWork; signal: AbortSignal };

/**
 * Counts what a site's sitemap lists, which costs nothing and is told at once as `sitemap`, then asks
 * the user's model what is missing there.
 *
 * @throws AppError `sitemap_missing`, what stood against reading it, or what became of the call.
 */
export async function studySitemap(
  user: UserId,
  { url, about }: SitemapBody,
  { emit, signal }: Report,
): Promise<SitemapOverview> {
  const caller = await openCaller(user, emit, signal);
  const { hostname } = new URL(url);
  emit("progress", { done: 0, total: 2, label: `Reading the sitemap of ${hostname}` });
  const allowLoopback = requireConfig().mode === "development";
  const { pages, cut } = await readSitemap(url, { allowLoopback, signal });
  const counted = summarizeSitemap(pages, cut);
  emit("field", { name: "sitemap", value: { ...counted, missing: [] } });
  emit("progress", { done: 1, total: 2, label: "Looking for what is missing" });
  const missing = await findMissing(caller, { about, pages });
  const overview = { ...counted, missing };
  emit("field", { name: "sitemap", value: overview });
  return overview;
}
