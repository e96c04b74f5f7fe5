import type { Post, Section } from "../blog/schema";
import { slugOf } from "../export/name-file";
import { plainLine } from "../text/plain-line";
import { checkLimits, type SiteLimits } from "./check-limits";
import type { ReadinessItem } from "./schema";

type Accepted = { acceptUnsupported?: boolean; limits?: SiteLimits };

/**
 * What is to be looked at before a post goes out, each with a sentence for its author. Pure. A post
 * goes out when every item is `ok` or only warns.
 *
 * @param acceptUnsupported unsupported claims only warn.
 * @param limits of the site that it goes to.
 */
export function checkReadinessToPublish(
  post: Pick<Post, "status" | "document">,
  { acceptUnsupported = false, limits }: Accepted = {},
): ReadinessItem[] {
  const { document, status } = post;
  const finished = status === "ready" || status === "published";
  const titled = plainLine(document.title) !== "";
  return [
    finished
      ? good("status", "The post is finished.")
      : blocks("status", "The post is not finished. Wait for it, or resume it."),
    titled ? good("title", "It has a title.") : blocks("title", "Give the post a title."),
    checkSections(document.sections),
    checkClaims(post, acceptUnsupported),
    checkSources(post),
    checkSeo(post),
    slugOf(document) !== ""
      ? good("slug", `Its address ends with “${slugOf(document)}”.`)
      : warns("slug", "Its address will be a number: give it a slug under the search listing."),
    ...(limits ? checkLimits(post, limits) : []),
  ];
}

/** True when nothing stands against it. */
export function isReadyToPublish(items: readonly ReadinessItem[]): boolean {
  return items.every(({ ok, severity }) => ok || severity === "warns");
}

function checkSections(sections: readonly Section[]): ReadinessItem {
  if (sections.length === 0) return blocks("sections", "No section is written.");
  const empty = sections.filter(
    ({ heading, markdown }) => plainLine(heading) === "" || markdown.trim() === "",
  );
  const [first] = empty;
  if (!first) return good("sections", "Every section is written.");
  const name = plainLine(first.heading) || "A section without a heading";
  const more = empty.length > 1 ? ` and ${empty.length - 1} more` : "";
  return { ...blocks("sections", `Not written: “${name}”${more}.`), sectionId: first.id };
}

function checkClaims({ document }: Pick<Post, "document">, accepted: boolean): ReadinessItem {
  const { sections, verdicts } = document;
  const known = verdicts.filter(({ sectionId }) => sections.some(({ id }) => id === sectionId));
  const bad = known.filter(({ claims }) => claims.some(({ level }) => level === "unsupported"));
  const [first] = bad;
  if (!first)
    return known.length > 0
      ? good("claims", "No claim was found without support.")
      : warns("claims", "Its claims were not checked against the sources.");
  const count = bad
    .flatMap(({ claims }) => claims)
    .filter(({ level }) => level === "unsupported").length;
  const text = `${count} ${count === 1 ? "claim is" : "claims are"} not supported by what ${count === 1 ? "it cites" : "they cite"}.`;
  return { ...(accepted ? warns : blocks)("claims", text), sectionId: first.sectionId };
}

function checkSources({ document }: Pick<Post, "document">): ReadinessItem {
  return document.citations.length > 0
    ? good("sources", "It names its sources.")
    : warns("sources", "It cites no source.");
}

function checkSeo({ document: { seo } }: Pick<Post, "document">): ReadinessItem {
  if (!seo)
    return warns("seo", "Search engines get its title only: nothing was prepared for them.");
  return plainLine(seo.title) !== "" && plainLine(seo.description) !== ""
    ? good("seo", "Title and description for search engines are set.")
    : warns("seo", "The title or the description for search engines is empty.");
}

function good(id: ReadinessItem["id"], message: string): ReadinessItem {
  return { id, ok: true, severity: "warns", message };
}
function warns(id: ReadinessItem["id"], message: string): ReadinessItem {
  return { id, ok: false, severity: "warns", message };
}
function blocks(id: ReadinessItem["id"], message: string): ReadinessItem {
  return { id, ok: false, severity: "blocks", message };
}
