"use client";
import { Button, Modal, TextInput } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { showToast } from "@/app/_ui/messages/toast";
import { UNDO_MS } from "@/lib/limits/paces";
import { type Competitor, competitor } from "@/lib/onboarding/research/schema";
import styles from "./research.module.css";

type CompetitorsProps = {
  competitors: Competitor[];
  busy: boolean;
  onChange: (competitors: Competitor[]) => void;
  /** Compares the list as it is now. */
  onCompare: () => void;
};

/** The list of competitors, with what their sites say of themselves in a dialog. */
export function Competitors({ competitors, busy, onChange, onCompare }: CompetitorsProps) {
  const [shown, setShown] = useState<Competitor | null>(null);
  const latest = useRef(competitors);
  useEffect(() => {
    latest.current = competitors;
  });
  const remove = (one: Competitor) => {
    onChange(competitors.filter(({ url }) => url !== one.url));
    showToast({
      title: `${one.name} was removed`,
      message: "From your list of competitors.",
      action: {
        label: "Undo",
        onClick: () => onChange([...latest.current, one]),
        stayMs: UNDO_MS,
      },
    });
  };
  return (
    <section className={styles.group} aria-labelledby="competitors">
      <h2 id="competitors">Competitors</h2>
      {competitors.length === 0 && (
        <p className={styles.means}>None yet. The search finds some, or add them yourself.</p>
      )}
      <ul className={styles.list} hidden={competitors.length === 0}>
        {competitors.map((one) => (
          <li key={one.url}>
            <a href={one.url} target="_blank" rel="noreferrer">
              {one.name}
            </a>
            <span className={styles.small}>
              {one.highlights.length > 0 && (
                <Button size="xs" variant="subtle" onClick={() => setShown(one)}>
                  Highlights<span className="visually-hidden"> of {one.name}</span>
                </Button>
              )}
              <Button size="xs" variant="subtle" color="gray" onClick={() => remove(one)}>
                Remove<span className="visually-hidden"> {one.name}</span>
              </Button>
            </span>
          </li>
        ))}
      </ul>
      <AddCompetitor
        onAdd={(one) => onChange([...competitors.filter(({ url }) => url !== one.url), one])}
      />
      {competitors.length > 0 && (
        <div>
          <Button size="xs" variant="default" onClick={onCompare} disabled={busy}>
            Compare this list again
          </Button>
        </div>
      )}
      <Modal
        opened={shown !== null}
        onClose={() => setShown(null)}
        title={`What ${shown?.name ?? ""} says`}
        centered
        closeButtonProps={{ "aria-label": "Close" }}
      >
        <ul className={styles.quotes}>
          {shown?.highlights.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </Modal>
    </section>
  );
}

function AddCompetitor({ onAdd }: { onAdd: (one: Competitor) => void }) {
  const [address, setAddress] = useState("");
  const [error, setError] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const add = () => {
    const url = /^https?:\/\//i.test(address) ? address.trim() : `https://${address.trim()}`;
    const name = URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : "";
    const parsed = competitor.safeParse({ name, url });
    setError(parsed.success ? null : "Give an address such as example.org.");
    field.current?.focus();
    if (!parsed.success) return;
    onAdd(parsed.data);
    setAddress("");
  };
  return (
    <div className={styles.add}>
      <TextInput
        ref={field}
        label="Add a competitor"
        placeholder="example.org"
        inputMode="url"
        value={address}
        error={error}
        onChange={(event) => setAddress(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          add();
        }}
      />
      <Button variant="default" onClick={add} disabled={address.trim() === ""}>
        Add<span className="visually-hidden"> the competitor</span>
      </Button>
    </div>
  );
}
