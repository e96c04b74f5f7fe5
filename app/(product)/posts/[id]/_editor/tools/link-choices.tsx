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
  const others = published === 1 ? "1 other post" : `${published} other posts`;
  if (published === 0)
    return "No other post of yours is live on a site. Publish one, and this section can cite it.";
  if (fitting === 0)
    return `None of your ${others} that are live fits a sentence here that does not cite it yet. Write a sentence about what one of them says, and look again.`;
  return `${fitting} of your ${others} that are live ${fitting === 1 ? "fits" : "fit"} a sentence here.`;
}
