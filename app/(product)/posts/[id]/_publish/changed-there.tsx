import type { SiteChange } from "@/lib/publish/schema";
import styles from "./changed-there.module.css";
import { Choice } from "./choices";
import type { Plan } from "./plan";

type ChangedThereProps = {
  changed: SiteChange;
  host: string;
  chosen: Plan["text"];
  onChoose: (text: "replace" | "keep") => void;
};
const MARKS = { same: "", gone: "Gone: ", new: "New: " } as const;

/** What somebody has changed on the site since, and what becomes of it. */
export function ChangedThere({ changed, host, chosen, onChoose }: ChangedThereProps) {
  const { title, lines } = changed;
  const options = [
    {
      value: "replace",
      label: "Replace it with this version",
      description: "What was changed there is lost.",
    },
    {
      value: "keep",
      label: "Keep title and text that are there",
      description: "Only when it is seen and how it is listed change.",
    },
  ];
  return (
    <section aria-labelledby="publish-changed" className={styles.changed}>
      <h3 id="publish-changed">It was changed on {host}</h3>
      {title && (
        <p>
          Its title is now <ins>{title.now}</ins>; it was <del>{title.before}</del>.
        </p>
      )}
      {lines.length > 0 && (
        <ul className={styles.diff} aria-label="What was changed there">
          {lines.map(({ kind, text }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines repeat, and are never reordered.
            <li key={at} data-kind={kind}>
              <span className="visually-hidden">{MARKS[kind]}</span>
              {text}
            </li>
          ))}
        </ul>
      )}
      {!title && lines.length === 0 && (
        <p>No word is another one: links or pictures were changed.</p>
      )}
      <Choice
        label="What becomes of that"
        value={chosen ?? ""}
        options={options}
        onChoose={(value) => onChoose(value === "keep" ? "keep" : "replace")}
      />
    </section>
  );
}
