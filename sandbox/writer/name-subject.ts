import { cutText } from "../text/cut-text";

/** What a topic is about, without "how to", "what is" and the like: "How caching works" gives "caching". */
export function nameSubject(topic: string): string {
  const bare = topic
    .trim()
    .replace(/[.?!:]+$/, "")
    .replace(
      /^(?:an? |the )?(?:complete |practical |short |beginner's )?(?:guide|introduction) (?:to|for) /i,
      "",
    )
    .replace(
      /^(?:write|create|draft)(?: an?| the)? (?:blog |new )?(?:post|article) (?:about|on) /i,
      "",
    )
    .replace(
      /^(?:how (?:to|do(?:es)?|can)|what (?:is|are)|why(?: is| are| do(?:es)?)?|understanding|introducing|how) /i,
      "",
    )
    .replace(/ (?:works?|matters?)(?= in\b|$)/i, "");
  return cutText(bare || topic, 60);
}

/** First letter in upper case, the rest untouched. */
export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A source's title without the name of its site. */
export function nameSource(title: string): string {
  return title
    .replace(/\s*[|·–—]\s+[^|·–—]*$/, "")
    .replace(/[.?!:]+$/, "")
    .trim();
}
