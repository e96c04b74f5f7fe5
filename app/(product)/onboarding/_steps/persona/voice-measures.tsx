"use client";
import { useDeferredValue, useMemo } from "react";
import { CheckIcon, CrossIcon } from "@/app/_ui/icons";
import { type Measure, measureVoice } from "@/lib/onboarding/persona/measure-voice";
import { persona } from "@/lib/onboarding/persona/schema";
import styles from "./persona.module.css";
import { type PersonaText, toPersona } from "./persona-text";

type VoiceMeasuresProps = {
  value: PersonaText;
  text: string;
  /** What the text is, such as "the sample paragraph". */
  of: string;
};

/** A text's figures beside what the persona asks for, counted as it stands. */
export function VoiceMeasures({ value, text, of }: VoiceMeasuresProps) {
  const latest = useDeferredValue({ value, text });
  const rows = useMemo(() => measure(latest.value, latest.text), [latest]);
  if (rows.length === 0) return null;
  return (
    <div className={styles.measures}>
      <table>
        <caption>How close {of} comes</caption>
        <thead>
          <tr>
            <th scope="col">Counted</th>
            <th scope="col">Wanted</th>
            <th scope="col">Measured</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">{row.name}</th>
              <td>{row.wanted ?? <span className={styles.unstated}>not stated</span>}</td>
              <td>
                {row.measured} <Verdict fits={row.fits} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.note}>
        Counted by code, not judged: figures can agree with a voice and the text still miss it.
      </p>
    </div>
  );
}

function measure(value: PersonaText, text: string): Measure[] {
  const parsed = persona.safeParse(toPersona(value));
  return parsed.success ? measureVoice(parsed.data, text) : [];
}

function Verdict({ fits }: { fits: boolean | null }) {
  if (fits === null) return null;
  return (
    <span className={styles.verdict} data-fits={fits}>
      {fits ? <CheckIcon /> : <CrossIcon />}
      {fits ? "fits" : "differs"}
    </span>
  );
}
