import { findSkips } from "../../markdown/mend-levels";
import { SEO_LIMITS } from "../schema";
import { fixHeadingLength, fixLevels, fixTitle } from "../suggest-fix";
import { type Check, count, type Subject, say } from "./check";

/** Titles and headings: their length, their order, no two alike. */
export function scoreHeadings(subject: Subject): Check[] {
  return [checkTitle(subject), checkLengths(subject), checkTwins(subject), checkLevels(subject)];
}

function checkTitle(subject: Subject): Check {
  const title = subject.seo?.title ?? subject.document.title;
  const over = Math.max(0, title.length - SEO_LIMITS.title);
  const value = title.trim() === "" ? 0 : Math.max(0, 1 - over / 30);
  const otherwise =
    title.trim() === ""
      ? "The post has no title."
      : `The title has ${title.length} characters: search engines cut it after ${SEO_LIMITS.title}.`;
  return {
    id: "title-length",
    weight: 2,
    value,
    message: say(value, `The title has ${title.length} characters.`, otherwise),
    fix: () => fixTitle(subject),
  };
}

function checkLengths(subject: Subject): Check {
  const headings = subject.document.sections.map(({ heading }) => heading.trim());
  const odd = headings.filter((text) => text === "" || text.length > SEO_LIMITS.heading);
  const value = headings.length === 0 ? 0 : 1 - odd.length / headings.length;
  const otherwise =
    headings.length === 0
      ? "There are no section headings yet."
      : `${count(odd.length, "heading is", "headings are")} empty or longer than ${SEO_LIMITS.heading} characters.`;
  return {
    id: "heading-length",
    weight: 3,
    value,
    message: say(value, "Every heading fits on a line or two.", otherwise),
    fix: () => fixHeadingLength(subject),
  };
}

function checkTwins({ document }: Subject): Check {
  const texts = document.sections.map(({ heading }) => heading.trim().toLowerCase());
  const twins = texts.filter((text, index) => texts.indexOf(text) !== index);
  const value = texts.length === 0 ? 0 : 1 - twins.length / texts.length;
  const names = [...new Set(twins)].map((text) => `“${text}”`).join(", ");
  const otherwise =
    texts.length === 0 ? "There are no section headings yet." : `Twice the same heading: ${names}.`;
  return {
    id: "twin-headings",
    weight: 3,
    value,
    message: say(value, "No two headings are alike.", otherwise),
  };
}

function checkLevels(subject: Subject): Check {
  const { sections } = subject.document;
  const skips = sections.reduce((sum, { markdown }) => sum + findSkips(markdown), 0);
  const value = sections.length === 0 ? 0 : 1 / (1 + skips);
  const otherwise =
    sections.length === 0
      ? "There are no section headings yet."
      : `${count(skips, "heading inside a section is", "headings inside sections are")} of the wrong level: below a section (H2) comes H3.`;
  return {
    id: "heading-levels",
    weight: 2.5,
    value,
    message: say(value, "There is one H1, and no level is skipped.", otherwise),
    fix: () => fixLevels(subject),
  };
}
