"use client";
import type { Seo } from "@/lib/seo/schema";
import styles from "./seo.module.css";

type TitleOptionsProps = { seo: Seo; onChoose: (title: string) => void };

/** The titles that were proposed, each with its length; a click takes one. */
export function TitleOptions({ seo, onChoose }: TitleOptionsProps) {
  if (seo.titles.length === 0) return null;
  return (
    <fieldset className={styles.options}>
      <legend>Title options</legend>
      <ul>
        {seo.titles.map((title) => (
          <li key={title}>
            <button
              type="button"
              aria-pressed={title === seo.title}
              onClick={() => onChoose(title)}
            >
              <span>{title}</span>
              <span className={styles.length}>
                {title.length}
                <span className="visually-hidden"> characters</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
