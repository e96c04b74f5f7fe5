import type { Brief } from "./parse-brief";

type PersonaRule = { name: RegExp; suggest(brief: Brief): string[] };

/** Strings of a persona, put together from what the prompt says of the author. */
export const PERSONA_RULES: PersonaRule[] = [
  { name: /^voice$/, suggest: (brief) => [describeVoice(brief)] },
  { name: /^vocabulary$/, suggest: ({ author }) => longWords(`${author.about} ${author.style}`) },
  {
    name: /^sentencelength$/,
    suggest: ({ author }) => [author.style || "Short and medium, mixed"],
  },
  {
    name: /^dos$/,
    suggest: ({ author }) =>
      [...author.guidelines, "Show an example", "Name the source"].slice(0, 6),
  },
  {
    name: /^donts$/,
    suggest: ({ author }) => [...author.avoid, "Leave out sources", "Promise too much"].slice(0, 6),
  },
  { name: /^sample$/, suggest: (brief) => [composeParagraph(brief)] },
];

/** A paragraph that shows whose voice it is in: every line of the author turns up in it. */
export function composeParagraph(brief: Brief): string {
  const { about, style, voice, guidelines } = brief.author;
  const parts = [
    `This is how ${voice ? "that voice" : "this author"} would begin on ${(brief.task ? brief.topic : about || brief.topic).toLowerCase().replace(/\.$/, "")}.`,
    voice,
    about && `It comes from somebody who writes this: ${about}`,
    style && `The style stays what it was: ${style}`,
    guidelines[0] && `And the first rule holds: ${guidelines[0].toLowerCase()}.`,
  ];
  return parts.filter(Boolean).join(" ");
}

function describeVoice({ author, audience }: Brief): string {
  const where = author.platform && author.platform !== "any" ? `, on ${author.platform}` : "";
  const reader = audience || "readers who are new to it";
  return `Somebody who knows the work${where}, and speaks to ${reader} ${author.voice}`.trim();
}

function longWords(text: string): string[] {
  return [...new Set(text.toLowerCase().match(/\b[a-z]{6,14}\b/g) ?? [])].slice(0, 6);
}
