import type { LeftOut } from "@/lib/markdown/pasted/drop-foreign";

const NAMES = {
  pictures: ["a picture", "pictures"],
  embeds: ["a video or another embedded thing", "videos or other embedded things"],
  links: [
    "a link that leads to no web page (its words stayed)",
    "links that lead to no web page (their words stayed)",
  ],
} as const satisfies Record<keyof LeftOut, readonly [string, string]>;

/** What of a paste is not there, in a sentence. */
export function describeLeftOut(leftOut: LeftOut): string {
  const named = (["pictures", "embeds", "links"] as const).flatMap((what) => {
    const count = leftOut[what];
    if (count === 0) return [];
    return [count === 1 ? NAMES[what][0] : `${count} ${NAMES[what][1]}`];
  });
  return `A section has no form for ${new Intl.ListFormat("en").format(named)}. The rest is there.`;
}
