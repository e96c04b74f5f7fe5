import { z } from "zod";
import { LIMITS } from "../../limits/registry";
import { plainTitle } from "../../markdown/plain-title";

/** What `keeps` says of a section that goes on from none. */
export const NEW = "new";

const section = z.object({
  keeps: z.string().catch(NEW),
  heading: z.string().transform((text) => plainTitle(text, LIMITS.headingCharacters)),
  sourceIds: z.array(z.string()).catch([]),
  words: z.number().optional().catch(undefined),
});
/** A section of a proposal as the model gives it. */
export type RepliedSection = z.infer<typeof section>;

/** A proposal of a model: 2 to 12 headings, each of them words alone, storable and there once. */
export const repliedOutline = z.object({
  sections: z
    .array(section)
    .transform((sections) => sections.filter(isFirstOfItsName))
    .refine(({ length }) => length >= LIMITS.headings.least && length <= LIMITS.headings.most),
});

function isFirstOfItsName({ heading }: RepliedSection, index: number, all: RepliedSection[]) {
  const name = heading.toLowerCase();
  return name !== "" && all.findIndex((other) => other.heading.toLowerCase() === name) === index;
}
