import type { Prompt } from "../gemini/read-prompt";
import { splitSentences } from "../text/split-prose";

export type Passage = { id: string; text: string };
export type Source = { id: string; title: string; url: string };
/** A section of an outline that is to be improved. */
export type PresentSection = { id: string; heading: string; sourceIds: string[]; words: number };
/** A sentence to be judged, with the passages it cites. */
export type Claim = { label: string; sentence: string; passageIds: string[] };

/** What the prompt says of whoever writes. */
export type Author = {
  about: string;
  style: string;
  voice: string;
  guidelines: string[];
  avoid: string[];
  platform: string;
};

/** What a prompt asks for, as far as its conventions say (see the README). */
export type Brief = {
  topic: string;
  heading: string;
  otherHeadings: string[];
  keywords: string[];
  language: string;
  audience: string;
  tone: string;
  task: string;
  targetWords: number | null;
  draft: string | null;
  /** What is wanted at the cursor of the draft. */
  wanted: string;
  passages: Passage[];
  sources: Source[];
  outline: PresentSection[];
  claims: Claim[];
  author: Author;
  lastUserText: string;
};

const PASSAGE = /<passage id="([^"]+)"[^>]*>\n([\s\S]*?)\n<\/passage[^>]*>/g;
const AUTHOR = /<author\b[^>]*>\n([\s\S]*?)\n<\/author[^>]*>/;
const DRAFT = /<draft\b[^>]*>\n([\s\S]*?)\n<\/draft[^>]*>/;
const NEIGHBOUR = /<neighbour\b[^>]*>\n[\s\S]*?\n<\/neighbour[^>]*>/g;
/** `C1` is a claim that is quoted as a passage is, `C1.problem` and `C1.doubt` what is said against it. */
const CLAIM_ID = /^C\d+(?:\.(?:problem|doubt))?$/;
/** `H1` is a section of an outline that is quoted as a passage is, `S1` a source. */
const SECTION_ID = /^H\d+$/;
const SOURCE_ID = /^S\d+$/;
const PASSAGE_ID = /S\d+\.p\d+/g;

/** Reads the conventions outside the passages, whose text is data. */
export function parseBrief({ all, lastUserText }: Prompt): Brief {
  const quoted = [...all.matchAll(PASSAGE)].map(([, id = "", text = ""]) => ({ id, text }));
  const isText = ({ id }: Passage) => ![CLAIM_ID, SECTION_ID, SOURCE_ID].some((is) => is.test(id));
  const passages = quoted.filter(isText);
  const outside = all.replace(PASSAGE, "").replace(NEIGHBOUR, "");
  const draft = DRAFT.exec(outside)?.[1] ?? null;
  const author = AUTHOR.exec(outside)?.[1] ?? "";
  const rest = outside.replace(DRAFT, "").replace(AUTHOR, "");
  const line = (names: string) => readLine(rest, names);
  const ofAuthor = (names: string) => readLine(author, names);
  const block = (name: string) =>
    new RegExp(`<${name}\\b[^>]*>\\s*([^<]+?)\\s*</${name}`).exec(rest)?.[1] ?? "";
  const said = lastUserText.split("\n").find((text) => text.trim() !== "") ?? "";
  const topic =
    block("topic") ||
    line("(?:blog |post )?topic|subject") ||
    line("title") ||
    said.slice(0, 120) ||
    "this topic";
  return {
    topic,
    heading: line("section heading|heading"),
    otherHeadings: splitList(line("other sections?|other headings?"), /[;|]/),
    keywords: splitList(line("(?:focus |main )?keywords?"), /[,;|]/),
    language: line("language"),
    audience: line("audience") || ofAuthor("audience"),
    tone: line("tone"),
    task: line("task").toLowerCase(),
    targetWords: Number(/\d+/.exec(line("target words?|word count|words"))?.[0] ?? 0) || null,
    draft,
    wanted: line("wanted at the cursor"),
    passages,
    sources: [...parseSources(rest), ...quoted.flatMap(readQuotedSource)],
    outline: quoted.flatMap(readQuotedSection),
    claims: parseClaims(rest).map((claim) => withSentence(claim, quoted)),
    author: {
      about: ofAuthor("writes about"),
      style: ofAuthor("writing style"),
      voice: ofAuthor("voice"),
      guidelines: splitList(ofAuthor("guidelines"), /;/),
      avoid: splitList(ofAuthor("avoid"), /;/),
      platform: line("platform"),
    },
    lastUserText,
  };
}

/** What follows `Name:` at the beginning of a line. */
function readLine(text: string, names: string): string {
  const found = new RegExp(`^[ \\t>*#-]*(?:${names})[ \\t]*:[ \\t]*(.+)$`, "im").exec(text)?.[1];
  return found?.replace(/^["“]|["”]$/g, "").trim() ?? "";
}

/** Lines such as `S1: Title — https://…`. */
function parseSources(text: string): Source[] {
  const lines = text.matchAll(
    /^[ \t*-]*\[?(S\d+)\]?:[ \t]*(.+?)[ \t]+(?:—|–|-|\|)[ \t]+(https?:\S+)/gm,
  );
  return [...lines].map(([, id = "", title = "", url = ""]) => ({ id, title, url }));
}

/** A block `S1` whose first line is `Title — host`. */
function readQuotedSource({ id, text }: Passage): Source[] {
  if (!SOURCE_ID.test(id)) return [];
  const [, title = "", host = ""] = /^(.+?)(?: — (.+))?$/m.exec(text) ?? [];
  return [{ id, title, url: host }];
}

/** A block `H1` with the heading on its first line, then `Sources: S1, S2` and `Words: 200`. */
function readQuotedSection({ id, text }: Passage): PresentSection[] {
  if (!SECTION_ID.test(id)) return [];
  const [heading = ""] = text.split("\n");
  const sourceIds = readLine(text, "sources").match(/S\d+/g) ?? [];
  return [{ id, heading, sourceIds, words: Number(readLine(text, "words")) || 200 }];
}

/** Lines outside the passages that cite a passage: `C1 [S1.p2]: sentence`, or prose with `[[S1.p2]]`. */
function parseClaims(text: string): Claim[] {
  const cited = text.split("\n").filter((line) => /S\d+\.p\d+/.test(line));
  const claims = cited.flatMap((line) => {
    const label = /^[ \t*-]*\[?([A-Za-z]?\d+)\]?(?=[\s.:)[])/.exec(line);
    return label ? [toClaim(label[1] ?? "", line.slice(label[0].length))] : splitCited(line);
  });
  const labelled = claims.filter(({ label }) => label !== "");
  if (labelled.length > 0) return labelled;
  return claims.map((claim, index) => ({ ...claim, label: String(index + 1) }));
}

/** A line `C1 [S1.p2]` gets its sentence from the block `C1`. */
function withSentence(claim: Claim, quoted: readonly Passage[]): Claim {
  const sentence = quoted.find(({ id }) => id === claim.label)?.text;
  return claim.sentence === "" && sentence !== undefined ? { ...claim, sentence } : claim;
}

function splitCited(line: string): Claim[] {
  return splitSentences(line)
    .filter((sentence) => /S\d+\.p\d+/.test(sentence))
    .map((sentence) => toClaim("", sentence));
}

function toClaim(label: string, text: string): Claim {
  const sentence = text
    .replace(/\[{1,2}[^\]]*S\d+\.p\d+[^\]]*\]{1,2}|\((?:S\d+\.p\d+[,\s]*)+\)/g, "")
    .replace(/^[\s.:)"“-]+/, "")
    .replace(/\s+([.,!?])/g, "$1")
    .trim();
  return { label, sentence, passageIds: [...new Set(text.match(PASSAGE_ID) ?? [])] };
}

function splitList(text: string, separator: RegExp): string[] {
  return text
    .split(separator)
    .map((item) => item.trim())
    .filter((item) => item !== "");
}
