import { hashText } from "../text/hash-text";
import { stemQuery, stemWords } from "../text/stem-words";
import { capitalize, nameSource, nameSubject } from "./name-subject";
import type { Brief, Source } from "./parse-brief";

/** A heading and the sources it rests on, best first. */
export type HeadingPlan = { heading: string; sourceIds: string[] };

const SOURCE_FORMS = [
  (name: string) => `${name} in practice`,
  (name: string) => `Where ${lower(name)} comes in`,
  (name: string) => `${name}: what to know`,
  (name: string) => `The role of ${lower(name)}`,
  (name: string) => `Working with ${lower(name)}`,
  (name: string) => `A closer look at ${lower(name)}`,
] as const;

/** Headings for the topic; with sources, most take a source's title as their theme. */
export function listHeadings(brief: Brief): HeadingPlan[] {
  const subject = nameSubject(brief.topic);
  const themes = rankSources(brief.sources, brief.topic).slice(0, 8);
  const first = { heading: `What ${lower(subject)} is about`, theme: subject };
  const last = { heading: `Putting ${lower(subject)} to work`, theme: subject };
  const middle = themes.length > 0 ? fromSources(themes) : fromTopic(brief, subject);
  const plans = [first, ...middle.slice(0, 6), last].map(({ heading, theme }) => ({
    heading: capitalize(heading),
    sourceIds: rankSources(brief.sources, theme)
      .slice(0, 3)
      .map(({ id }) => id),
  }));
  return plans.filter(
    (plan, index) => plans.findIndex(({ heading }) => heading === plan.heading) === index,
  );
}

function fromSources(themes: Source[]): { heading: string; theme: string }[] {
  const offset = Math.floor(hashText(themes[0]?.title ?? "") * SOURCE_FORMS.length);
  const names = [...new Set(themes.map(({ title }) => nameSource(title)))];
  return names.map((theme, index) => {
    const form = SOURCE_FORMS[(offset + index) % SOURCE_FORMS.length];
    // A title that is a phrase of its own needs no frame.
    const phrase = theme.split(" ").length > 3 || form === undefined;
    return { heading: phrase ? theme : form(theme), theme };
  });
}

function fromTopic({ keywords }: Brief, subject: string): { heading: string; theme: string }[] {
  const name = lower(subject);
  const asked = keywords
    .slice(0, 2)
    .map((keyword) => ({ heading: `Where ${keyword} fits in`, theme: keyword }));
  const usual = [
    `How ${name} works`,
    `Getting started with ${name}`,
    `Decisions to make early about ${name}`,
    `Common mistakes with ${name}`,
    `Checking that ${name} does its job`,
    `Keeping ${name} in good order`,
  ].map((heading) => ({ heading, theme: subject }));
  return [...usual.slice(0, 2), ...asked, ...usual.slice(2)];
}

/** Sources that share words with the theme come first; otherwise their order is kept. */
export function rankSources(sources: readonly Source[], theme: string): Source[] {
  const wanted = new Set(stemQuery(theme));
  const hits = (source: Source) =>
    stemWords(`${source.title} ${source.url}`).filter((stem) => wanted.has(stem)).length;
  return sources.toSorted((a, b) => hits(b) - hits(a));
}

/** Lower case for a first word that is no name: "Caching" but not "Next.js", "ISR" or "`use cache`". */
function lower(text: string): string {
  const [word = ""] = text.split(" ");
  return /^\p{Lu}\p{Ll}+$/u.test(word) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
