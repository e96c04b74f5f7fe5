import type { PostDocument, Source } from "@/lib/blog/schema";

const OFFICIAL = /(^|\.)(gov|mil|int|europa\.eu)$|\.(gov|gouv|gob|gv|go|mil)\.[a-z]{2}$/;
const UNIVERSITY = /(^|\.)edu$|\.(edu|ac)\.[a-z]{2}$/;

/** What can be said for or against a source without an opinion: who keeps it, and how well it bore the post. */
export function listSourceFacts(source: Source, { verdicts }: PostDocument): string[] {
  const kind = source.url ? nameKind(new URL(source.url).hostname) : null;
  const resting = verdicts
    .flatMap(({ claims }) => claims)
    .filter(({ passageIds }) => passageIds.some((id) => id.startsWith(`${source.id}.`)));
  const borne = resting.filter(({ level }) => level === "supported").length;
  const sentences =
    resting.length === 1 ? "sentence that cites it is" : "sentences that cite it are";
  return [
    ...(kind ? [kind] : []),
    ...(resting.length > 0 ? [`${borne} of ${resting.length} ${sentences} supported`] : []),
  ];
}

function nameKind(host: string): string | null {
  if (OFFICIAL.test(host)) return "A public authority’s site";
  return UNIVERSITY.test(host) ? "A university’s site" : null;
}
