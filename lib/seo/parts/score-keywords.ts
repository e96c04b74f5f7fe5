import { countWords, firstWords } from "../../text/count-words";
import { hasKeyword } from "../count-keyword";
import { rateBetween, rateTowards } from "../rate-between";
import { rateDensity } from "../rate-density";
import { SEO_LIMITS } from "../schema";
import { slugNames } from "../slug-names";
import {
  fixDescription,
  fixHeadingKeyword,
  fixListing,
  fixPostTitle,
  fixSlug,
  fixTags,
  fixTitle,
} from "../suggest-fix";
import { type Check, count, type Subject, say } from "./check";

/** Where the keyword stands, how often, and what the listing says. */
export function scoreKeywords(subject: Subject): Check[] {
  if (!subject.seo || !subject.keyword) return [missing(subject)];
  return [
    checkTitle(subject),
    checkPostTitle(subject),
    checkOpening(subject),
    checkHeadings(subject),
    checkDensity(subject),
    ...checkListing(subject),
  ];
}

function missing(subject: Subject): Check {
  return {
    id: "keyword",
    weight: 1,
    value: 0,
    message:
      "There is no search listing with a keyword, title, description and slug yet: a good one brings up to 25 points.",
    fix: () => fixListing(subject),
  };
}

function checkTitle(subject: Subject): Check {
  const value = Number(hasKeyword(subject.seo?.title ?? "", subject.keyword));
  const what = `the title that search engines show`;
  return {
    id: "keyword-in-title",
    weight: 3,
    value,
    message: say(
      value,
      `“${subject.keyword}” is in ${what}.`,
      `“${subject.keyword}” is not in ${what}.`,
    ),
    fix: () => fixTitle(subject),
  };
}

function checkPostTitle(subject: Subject): Check {
  const value = Number(hasKeyword(subject.document.title, subject.keyword));
  const message = say(
    value,
    `“${subject.keyword}” is in the heading of the post.`,
    `“${subject.keyword}” is not in the heading of the post (H1).`,
  );
  return { id: "keyword-in-h1", weight: 2.5, value, message, fix: () => fixPostTitle(subject) };
}

function checkOpening({ body, keyword }: Subject): Check {
  const value = Number(hasKeyword(firstWords(body.text, SEO_LIMITS.openingWords), keyword));
  const message = say(
    value,
    `“${keyword}” is among the first 100 words.`,
    `“${keyword}” is not among the first 100 words: name it in the opening.`,
  );
  return { id: "keyword-in-opening", weight: 3, value, message };
}

/** Some headings name it; where most do, it is stuffing. */
function checkHeadings(subject: Subject): Check {
  const { document, keyword } = subject;
  const all = document.sections.length;
  const named = document.sections.filter(({ heading }) => hasKeyword(heading, keyword)).length;
  const most = Math.max(2, Math.ceil(all * 0.6));
  const value = named === 0 ? 0 : 1 - 0.6 * rateTowards(named, most, all + 1);
  const otherwise =
    named === 0
      ? `No section heading names “${keyword}”.`
      : `${named} of ${all} section headings name “${keyword}”: that reads as stuffing.`;
  return {
    id: "keyword-in-headings",
    weight: 2,
    value,
    message: say(value, `${named} of ${all} section headings name “${keyword}”.`, otherwise),
    ...(named === 0 ? { fix: () => fixHeadingKeyword(subject) } : {}),
  };
}

function checkDensity({ body, keyword }: Subject): Check {
  const { times, percent, enough, value, isStuffed } = rateDensity(body, keyword);
  const long = countWords(keyword) > SEO_LIMITS.keywordWords && times === 0;
  const found = long
    ? `“${keyword}” is ${countWords(keyword)} words long, and no text repeats so many word for word`
    : `“${keyword}” stands ${count(times, "time")} in the text, ${percent.toFixed(1)} % of its words`;
  const advice = long
    ? "choose two to four words that your readers would search for"
    : isStuffed
      ? "more than 3 % reads as stuffing; say it in other words"
      : `${count(enough, "time")} or more would tell what the post is about`;
  return {
    id: "keyword-density",
    weight: 4,
    value,
    message: say(value, `${found}.`, `${found}: ${advice}.`),
  };
}

function checkListing(subject: Subject): Check[] {
  const { keyword } = subject;
  const { description = "", slug = "", tags = [] } = subject.seo ?? {};
  const { min, max } = SEO_LIMITS.description;
  const named = Number(hasKeyword(description, keyword));
  const length = rateBetween(description.length, [0, max * 2], [min, max]);
  const inSlug = Number(slugNames(slug, keyword));
  const tagged = rateBetween(tags.length, [0, 20], [SEO_LIMITS.tags.min, SEO_LIMITS.tags.max]);
  const has = `The description has ${count(description.length, "character")}`;
  return [
    {
      id: "keyword-in-description",
      weight: 1.5,
      value: named,
      message: say(
        named,
        `“${keyword}” is in the description.`,
        `“${keyword}” is not in the description.`,
      ),
      fix: () => fixDescription(subject),
    },
    {
      id: "description-length",
      weight: 2,
      value: length,
      message: say(length, `${has}.`, `${has}: ${min} to ${max} are shown whole.`),
      fix: () => fixDescription(subject),
    },
    {
      id: "keyword-in-slug",
      weight: 1,
      value: inSlug,
      message: say(inSlug, "The slug names the keyword.", `The slug does not name “${keyword}”.`),
      fix: () => fixSlug(subject),
    },
    {
      id: "tags",
      weight: 1,
      value: tagged,
      message: say(
        tagged,
        `There are ${count(tags.length, "tag")}.`,
        `There are ${count(tags.length, "tag")}: 3 to 8 are useful.`,
      ),
      fix: () => fixTags(subject),
    },
  ];
}
