import { cleanProposedLine } from "../text/clean-proposed-line";
import { cutAtWord } from "../text/cut-at-word";
import { SEO_LIMITS } from "./schema";

const LEADING = /^[^\p{L}\p{N}.$@#]+/u;
const TRAILING = /[^\p{L}\p{M}\p{N}+#%)]+$/u;

/**
 * The keyword of a post: the user's own where there are some, of which a proposal may choose one;
 * else the proposed one; else the subject of the title.
 */
export function chooseKeyword(proposed: string, wanted: readonly string[], title: string): string {
  const own = wanted.map(toKeyword).filter((keyword) => keyword !== "");
  const given = toKeyword(proposed);
  const chosen = own.find((keyword) => keyword.toLowerCase() === given.toLowerCase());
  const subject = toKeyword(title.split(/[:?!–—|]/)[0] ?? "");
  return chosen ?? own[0] ?? (given || subject || toKeyword(title) || "Post");
}

function toKeyword(text: string): string {
  const cut = cutAtWord(cleanProposedLine(text), SEO_LIMITS.keyword);
  const keyword = cut.replace(LEADING, "").replace(TRAILING, "");
  return /[\p{L}\p{N}]/u.test(keyword.normalize("NFKC")) ? keyword : "";
}
