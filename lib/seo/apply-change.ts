import type { PostDocument, Section } from "../blog/schema";
import type { SeoChange } from "./schema";

/** The document as it is after a change. Pure; sections that are not named stay the same objects. */
export function applyChange(document: PostDocument, change: SeoChange): PostDocument {
  const changes = new Map(change.sections?.map((section) => [section.id, section]));
  const sections =
    changes.size === 0
      ? document.sections
      : document.sections.map((section): Section => {
          const { heading = section.heading, markdown = section.markdown } =
            changes.get(section.id) ?? {};
          return { ...section, heading, markdown };
        });
  const { title = document.title, seo = document.seo } = change;
  return { ...document, title, seo, sections };
}
