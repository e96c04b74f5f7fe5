import { cutText } from "../text/cut-text";
import { capitalize, nameSubject } from "./name-subject";
import type { Brief } from "./parse-brief";

/** What to search for, the topic itself first. */
export function suggestQueries({ topic, keywords }: Brief): string[] {
  const subject = nameSubject(topic);
  const asked = keywords.map((keyword) => `${subject} ${keyword}`);
  const usual = [
    `how ${subject} works`,
    `${subject} best practices`,
    `${subject} common mistakes`,
    `${subject} examples`,
  ];
  return [...new Set([topic.slice(0, 200), ...asked.slice(0, 3), ...usual])];
}

/** Five titles, each of at most 60 characters. */
export function suggestTitles({ topic, keywords }: Brief): string[] {
  const subject = capitalize(nameSubject(topic));
  const keyword = keywords[0];
  const named =
    keyword && !subject.toLowerCase().includes(keyword.toLowerCase())
      ? `${subject} and ${keyword}`
      : subject;
  return [
    `${named}: a practical guide`,
    `${named}, explained`,
    `A short guide to ${named}`,
    named,
    `What to know about ${named}`,
  ].map((title) => cutText(title, 60));
}

/** The subject, its words and what was asked for, each of at most 40 characters. */
export function suggestTags({ topic, keywords }: Brief): string[] {
  const words =
    nameSubject(topic)
      .toLowerCase()
      .match(/[\p{L}\p{N}.]{4,}/gu) ?? [];
  return [...new Set([...keywords, nameSubject(topic).toLowerCase(), ...words])].map((tag) =>
    cutText(tag, 40),
  );
}

/** What people would type who look for the topic. */
export function suggestKeywords(brief: Brief): string[] {
  const subject = nameSubject(brief.topic).toLowerCase();
  const wider = [`${subject} examples`, `${subject} mistakes`].map((tag) => cutText(tag, 40));
  return [...suggestTags(brief), ...wider];
}

/** What any section may be for. */
export function suggestPoints(): string[] {
  return ["What the sources establish", "What follows from it", "What to watch out for"];
}

/** 120 to 160 characters, whatever the topic's length. */
export function describeTopic(topic: string): string {
  const start = `${capitalize(cutText(nameSubject(topic), 50))}: what it is, how it works, and what to decide first.`;
  const more = [
    "A sourced guide with clear steps and trade-offs.",
    "With sources for every claim.",
  ];
  return more.reduce((text, next) => {
    const longer = `${text} ${next}`;
    return longer.length <= 160 ? longer : text;
  }, start);
}

/** A subject as a part of an address. */
export function slugify(text: string): string {
  return (
    text
      .toLowerCase()
      .normalize("NFKD")
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "")
      .slice(0, 60) || "post"
  );
}
