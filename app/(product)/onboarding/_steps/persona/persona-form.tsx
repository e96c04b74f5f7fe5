"use client";
import { Checkbox } from "@mantine/core";
import { useRef, useState } from "react";
import { focusFirstError } from "@/app/_ui/focus-first-error";
import { showToast } from "@/app/_ui/messages/toast";
import { PLATFORM_NAMES, PLATFORMS, type Platform } from "@/lib/onboarding/persona/schema";
import { SaveBar } from "../../_frame/save-bar";
import { useCompleteStep } from "../../_frame/use-complete-step";
import { useDraft } from "../../_frame/use-draft";
import styles from "./persona.module.css";
import { PersonaEditor } from "./persona-editor";
import { dropRun } from "./persona-requests";
import {
  EMPTY_PERSONA,
  type PersonaForm as Form,
  findFieldErrors,
  hasPlatform,
  isEmpty,
  isReady,
  type PersonaText,
  toData,
  toPersona,
} from "./persona-text";
import { useBegun } from "./use-begun";

type PersonaFormProps = {
  initial: Form;
  savedAt: string | null;
  /** What generating one persona costs about, in US dollars. */
  estimateUsd: number | null;
};

/** The core persona, the chosen platforms with theirs, and the way on. */
export function PersonaForm({ initial, savedAt, estimateUsd }: PersonaFormProps) {
  const [form, setForm] = useState(initial);
  const { follow, forget, isMaking } = useBegun(form, setForm);
  const [strict, setStrict] = useState(false);
  const fields = useRef<HTMLDivElement>(null);
  const { complete, busy, leaving, problem } = useCompleteStep("persona");
  // A page that is opened before a run is known as taken puts its persona over the words of its user again.
  useDraft("persona", form, { savedAt, closed: leaving, atOnce: form.taken.at(-1) });
  const editCore = (part: Partial<PersonaText>) =>
    setForm((old) => ({ ...old, core: { ...old.core, ...part } }));
  const edit = (id: Platform, part: Partial<PersonaText>) =>
    setForm((old) => ({
      ...old,
      platforms: { ...old.platforms, [id]: { ...EMPTY_PERSONA, ...old.platforms[id], ...part } },
    }));
  const choose = (id: Platform, chosen: boolean) => {
    if (chosen) return edit(id, {});
    void dropRun(id);
    forget(id);
    const removed = form.platforms[id];
    setForm(({ platforms: { [id]: _, ...platforms }, ...old }) => ({ ...old, platforms }));
    if (removed && !isEmpty(removed)) offerBack(id, () => edit(id, removed));
  };
  const coreReady = Object.keys(findFieldErrors(form.core)).length === 0;
  const ready = coreReady && Object.values(form.platforms).every(isReady);
  const save = () => {
    setStrict(true);
    if (ready) void complete(toData(form));
    else if (fields.current) focusFirstError(fields.current);
  };
  return (
    <div ref={fields}>
      <section className={styles.section} aria-labelledby="core-persona">
        <h2 id="core-persona">Your persona</h2>
        <PersonaEditor
          name="your persona"
          value={form.core}
          request={{ target: "core" }}
          missing=""
          estimateUsd={estimateUsd}
          strict={strict}
          {...follow("core")}
          onChange={editCore}
        />
      </section>
      <section className={styles.section} aria-labelledby="platform-personas">
        <h2 id="platform-personas">For each place you publish (optional)</h2>
        <p className={styles.lead}>The same person, as readers there expect it.</p>
        <div className={styles.platforms}>
          {PLATFORMS.map((id) => (
            <Checkbox
              key={id}
              label={PLATFORM_NAMES[id]}
              checked={hasPlatform(form, id)}
              onChange={(event) => choose(id, event.currentTarget.checked)}
            />
          ))}
        </div>
        {PLATFORMS.filter((id) => hasPlatform(form, id)).map((id) => (
          <section key={id} className={styles.platform} aria-label={PLATFORM_NAMES[id]}>
            <h3>{PLATFORM_NAMES[id]}</h3>
            <PersonaEditor
              name={`the ${PLATFORM_NAMES[id]} persona`}
              value={form.platforms[id] ?? EMPTY_PERSONA}
              request={coreReady ? { target: id, core: toPersona(form.core) } : null}
              missing="Write or generate your persona first."
              estimateUsd={estimateUsd}
              strict={strict && !isReady(form.platforms[id])}
              {...follow(id)}
              onChange={(part) => edit(id, part)}
            />
          </section>
        ))}
      </section>
      <SaveBar
        step={{ busy, problem }}
        disabled={isMaking}
        filled={!isEmpty(form.core)}
        onSave={save}
      >
        {isMaking && <p className={styles.note}>Save once it is written, or stop it.</p>}
        {strict && !ready && <NotComplete core={coreReady} />}
      </SaveBar>
    </div>
  );
}

/** Why it was not saved. `core`: whether the persona itself is complete. */
function NotComplete({ core }: { core: boolean }) {
  return (
    <p className={styles.bad} role="alert">
      {core ? "A platform’s persona is not complete." : "Your persona is not complete."}
    </p>
  );
}

/** How long a persona that was left out can be brought back, in milliseconds. */
const BACK_MS = 20_000;

function offerBack(id: Platform, onClick: () => void): void {
  showToast({
    title: `The ${PLATFORM_NAMES[id]} persona was left out`,
    message: "What it said is gone when you save.",
    action: { label: "Bring it back", onClick, stayMs: BACK_MS },
  });
}
