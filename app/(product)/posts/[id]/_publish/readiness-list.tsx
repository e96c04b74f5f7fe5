import { AttentionIcon, CheckIcon, CrossIcon } from "@/app/_ui/icons";
import type { ReadinessItem } from "@/lib/publish/schema";
import styles from "./publish.module.css";

type ReadinessListProps = { items: readonly ReadinessItem[]; onLeave: () => void };
const LINKS: Partial<Record<ReadinessItem["id"], string>> = {
  claims: "See the first of them",
  sections: "Go to the section",
  seo: "See what search engines are told",
  slug: "See what search engines are told",
  "meta-length": "See what search engines are told",
};

/** What was looked at: what is well, what could be better, and what has to be mended first. */
export function ReadinessList({ items, onLeave }: ReadinessListProps) {
  const order = [...items].sort((one, other) => rank(one) - rank(other));
  return (
    <ul className={styles.readiness}>
      {order.map((item) => (
        <li key={item.id} data-state={stateOf(item)}>
          <span className={styles.sign}>{SIGNS[stateOf(item)]}</span>
          <span>
            <span className="visually-hidden">{WORDS[stateOf(item)]}: </span>
            {item.message}{" "}
            {!item.ok && anchorOf(item) && (
              <a href={anchorOf(item)} onClick={onLeave}>
                {LINKS[item.id]}
              </a>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

const SIGNS = { ok: <CheckIcon />, warns: <AttentionIcon />, blocks: <CrossIcon /> };
const WORDS = { ok: "Fine", warns: "Could be better", blocks: "Has to be mended" };

function stateOf({ ok, severity }: ReadinessItem): keyof typeof SIGNS {
  return ok ? "ok" : severity;
}

function rank(item: ReadinessItem): number {
  return { blocks: 0, warns: 1, ok: 2 }[stateOf(item)];
}

/** The part of the page where an item is mended. */
function anchorOf({ id, sectionId }: ReadinessItem): string | undefined {
  if (sectionId) return `#${sectionId}`;
  return id === "seo" || id === "slug" || id === "meta-length" ? "#seo" : undefined;
}
