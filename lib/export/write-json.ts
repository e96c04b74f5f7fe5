import type { Post } from "../blog/schema";
import { listFootnotes } from "./list-footnotes";
import type { ExportedPost } from "./schema";

/** A post as data, for other programs. The shape is `ExportedPost`. */
export function writeJson(post: Post): string {
  const { id, topic, status, version, createdAt, updatedAt, finishedAt, document } = post;
  const { title, sources, links, queries, seo, verdicts, cost } = document;
  const exported: ExportedPost = {
    format: "alwrity-post",
    formatVersion: 1,
    ...{ id, title, topic, status, version, createdAt, updatedAt, finishedAt },
    sections: document.sections.map(({ id, heading, sourceIds, markdown }) => ({
      ...{ id, heading, sourceIds, markdown },
    })),
    ...{ sources, links },
    citations: listFootnotes(document),
    ...{ queries, seo, verdicts, cost },
  };
  return `${JSON.stringify(exported, null, 2)}\n`;
}
