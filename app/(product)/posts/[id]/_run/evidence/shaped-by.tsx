import Link from "next/link";
import { AUTHOR_PART_CARDS, type PostDocument } from "@/lib/blog/schema";
import run from "../page-columns.module.css";
import styles from "./evidence-panel.module.css";

/** What of the author's profile this post was written with; nothing for a post that used none. */
export function ShapedBy({ document }: { document: PostDocument }) {
  if (document.used.length === 0) return null;
  return (
    <>
      <h2 className={run.railTitle}>Shaped by</h2>
      <ul className={styles.queries}>
        {document.used.map((part) => (
          <li key={part} className={styles.query}>
            <Link href={`/onboarding/${AUTHOR_PART_CARDS[part].step}`}>
              {AUTHOR_PART_CARDS[part].name}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
