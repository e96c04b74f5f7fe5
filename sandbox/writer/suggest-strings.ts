import { composeOpening } from "./compose-opening";
import { composeSection } from "./compose-section";
import { PERSONA_RULES } from "./describe-persona";
import { describeSite, VOICE_RULES } from "./describe-voice";
import { improveOutline } from "./improve-outline";
import { judgeClaim, mendClaim } from "./judge-claim";
import { type HeadingPlan, listHeadings, rankSources } from "./list-headings";
import { capitalize, nameSubject } from "./name-subject";
import type { Brief, Claim } from "./parse-brief";
import { REVIEW_RULES } from "./review-text";
import {
  describeTopic,
  slugify,
  suggestKeywords,
  suggestPoints,
  suggestQueries,
  suggestTags,
  suggestTitles,
} from "./suggest-words";

/** Where in the reply a string stands. Names are lower case letters and digits only. */
export type Place = { name: string; parent: string; index: number };

type Rule = { name: RegExp; parent?: RegExp; suggest(brief: Brief, place: Place): string[] };

const OUTLINE = /heading|section|outline|part/;

/** First match wins. Each rule offers strings, the best first; a scalar takes the first, a list several. */
const RULES: Rule[] = [
  ...REVIEW_RULES,
  {
    name: /^text$/,
    parent: /^openings?$/,
    suggest: (brief, { index }) => [composeOpening(brief, index)],
  },
  { name: /quer|search/, suggest: suggestQueries },
  {
    name: /^(?:title|heading|text|name|h2)$/,
    parent: OUTLINE,
    suggest: (brief, place) => [planAt(brief, place).heading],
  },
  {
    name: /heading|outline|sections/,
    suggest: (brief) => listHeadings(brief).map(({ heading }) => heading),
  },
  {
    name: /sourceids?$|^sources?$|sourcerefs/,
    parent: OUTLINE,
    suggest: (brief, place) => planAt(brief, place).sourceIds,
  },
  { name: /sourceids?$|^sources?$|sourcerefs/, suggest: (brief) => listSourceIds(brief) },
  { name: /passageids?$|^passages?$|citations?|citedids/, suggest: suggestPassageIds },
  { name: /quote|evidence/, suggest: (brief, place) => [judgeAt(brief, place).quote] },
  {
    name: /claimid|^id$|^label$|sentenceid|^key$/,
    suggest: (brief, place) => [claimAt(brief, place)?.label ?? String(place.index + 1)],
  },
  {
    name: /reason|explanation|rationale|^why$|^notes?$|comment/,
    suggest: (brief, place) => [judgeAt(brief, place).reason],
  },
  {
    name: /^(?:claim|sentence|statement|original)(?:text)?$/,
    suggest: (brief, place) => [claimAt(brief, place)?.sentence ?? brief.topic],
  },
  { name: /titles?$|headline|^h1$|ogtitle|metatitle/, suggest: suggestTitles },
  ...PERSONA_RULES,
  ...VOICE_RULES,
  {
    name: /desc|summary|excerpt|teaser|intro/,
    suggest: (brief) =>
      brief.task === "describe" ? [describeSite(brief)] : [describeTopic(brief.topic)],
  },
  { name: /slug/, suggest: ({ topic }) => [slugify(nameSubject(topic))] },
  {
    name: /focus|primarykeyword|mainkeyword|^keyword$|keyphrase/,
    suggest: (brief) => [brief.keywords[0] ?? nameSubject(brief.topic)],
  },
  { name: /^keywords$/, suggest: suggestKeywords },
  { name: /tag|keyword|categor/, suggest: suggestTags },
  {
    name: /^covered$/,
    suggest: ({ topic }) => [
      `What ${nameSubject(topic)} is, and where it is used.`,
      `How ${nameSubject(topic)} is set up, step by step.`,
      `Which settings ${nameSubject(topic)} has, each with an example.`,
    ],
  },
  {
    name: /^angles$/,
    suggest: ({ topic }) => [
      `What ${nameSubject(topic)} costs over ten years, which none of the pages counts.`,
      `When ${nameSubject(topic)} is the wrong choice, which they leave out.`,
      `How ${nameSubject(topic)} goes wrong in the first month, and how to notice.`,
    ],
  },
  {
    name: /questions?$/,
    suggest: ({ topic }) => [
      `What does ${nameSubject(topic)} cost?`,
      `How long does ${nameSubject(topic)} take?`,
      `Who should leave ${nameSubject(topic)} alone?`,
    ],
  },
  {
    name: /angle|thesis|perspective/,
    suggest: ({ topic, audience }) => [
      audience
        ? `What ${nameSubject(topic)} means for ${audience}, with sources for every claim.`
        : `What a newcomer to ${nameSubject(topic)} needs to decide, with sources for every claim.`,
    ],
  },
  {
    name: /audience|reader|persona/,
    suggest: (brief) => [
      brief.audience || `People who meet ${nameSubject(brief.topic)} in their work`,
    ],
  },
  { name: /lang|locale/, suggest: (brief) => [brief.language || "en"] },
  { name: /tone|style|voice/, suggest: (brief) => [brief.tone || "plain and helpful"] },
  { name: /url|link|href/, suggest: ({ sources }) => sources.map(({ url }) => url) },
  { name: /date/, suggest: () => ["2026-03-01"] },
  { name: /purpose|goal|intent|keypoint|points?|focus/, suggest: suggestPoints },
  {
    name: /text|body|content|markdown|paragraph|rewrit|revis|replacement|prose/,
    suggest: (brief) => [
      brief.passages.length > 0 ? composeSection(brief) : describeTopic(brief.topic),
    ],
  },
];

/** Strings for a property, by its name; only the replacement of a claim may be empty. */
export function suggestStrings(brief: Brief, place: Place): string[] {
  const claim = claimAt(brief, place);
  if (place.name === "replacement" && claim) return [mendClaim(brief, claim)];
  const rule = RULES.find(
    ({ name, parent }) =>
      name.test(place.name) && (parent === undefined || parent.test(place.parent)),
  );
  const offered = rule?.suggest(brief, place).filter((text) => text !== "") ?? [];
  return offered.length > 0 ? offered : [capitalize(nameSubject(brief.topic))];
}

/** The claim a list item is about, if the prompt has claims. */
export function claimAt(brief: Brief, { index }: Place): Claim | undefined {
  return brief.claims[index];
}

export function judgeAt(brief: Brief, place: Place) {
  const claim = claimAt(brief, place) ?? {
    label: "",
    sentence: brief.heading || brief.topic,
    passageIds: [],
  };
  return judgeClaim(brief, claim);
}

function planAt(brief: Brief, { index }: Place): HeadingPlan {
  const plans = brief.outline.length > 0 ? improveOutline(brief) : listHeadings(brief);
  return plans[index % plans.length] ?? { heading: brief.topic, sourceIds: [] };
}

function listSourceIds({ sources, passages, heading, topic }: Brief): string[] {
  const fromPassages = passages.map(({ id }) => id.split(".")[0] ?? id);
  const ranked = rankSources(sources, heading || topic).map(({ id }) => id);
  return [...new Set([...ranked, ...fromPassages])];
}

function suggestPassageIds(brief: Brief, place: Place): string[] {
  return claimAt(brief, place)?.passageIds ?? brief.passages.map(({ id }) => id);
}
