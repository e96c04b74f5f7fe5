"use client";
import { Checkbox } from "@mantine/core";
import type { OwnLinks } from "@/lib/blog/edit/schema";
import styles from "../editor.module.css";
import { Arrived } from "./tool-frame";
import own from "./tools.module.css";

type LinkChoicesProps = {
  found: OwnLinks;
  /** The ids of the posts that were ticked. */
  ticked: string[];
  onTick: (postIds: string[]) => void;
};

/** The posts that fit, each with the sentence it fits, or why there is none. */
export function LinkChoices({ found, ticked, onTick }: LinkChoicesProps) {
  const { links, published } = found;
  return (
    <Arrived label="Posts that fit">
      <p role="status">{describeLinks(links.length, published)}</p>
      {links.length > 0 && (
        <Checkbox.Group value={ticked} onChange={onTick} label="Which ones should it cite?">
          <ul className={own.links}>
            {links.map(({ postId, title, url, sentence }) => (
              <li key={postId}>
                <Checkbox value={postId} label={title} />
                <p className={styles.note}>
                  <a href={url} target="_blank" rel="noreferrer">
                    {url}
                  </a>
                </p>
                <p className={styles.note}>
                  Behind: <q>{sentence}</q>
                </p>
              </li>
            ))}
          </ul>
        </Checkbox.Group>
      )}
    </Arrived>
  );
}

function describeLinks(fitting: number, published: number): string {
  const others = published === 1 ? "your other live post" : `your ${published} other live posts`;
  if (published === 0)
    return "No other post of yours is live on a site. Publish one, and this section can cite it.";
  if (fitting === 0)
    return `No sentence here fits ${others}, or it cites ${published === 1 ? "it" : "them"} already. Write a sentence about what such a post says, and look again.`;
  return published === 1
    ? "A sentence here fits your other live post."
    : `Sentences here fit ${fitting} of ${others}.`;
}
