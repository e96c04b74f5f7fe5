"use client";
import { Button, Modal, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { z } from "zod";
import { jsonPost, type Problem, requestJson } from "@/app/_ui/messages/problem";
import { ProblemAlert } from "@/app/_ui/messages/problem-alert";
import { showToast } from "@/app/_ui/messages/toast";
import { useReturnFocus } from "@/app/_ui/use-return-focus";
import { type OwnPrice, ownPriceBody, type PricedModel } from "@/lib/models/schema";
import styles from "../settings.module.css";

const FIELDS = { input: "Read", cached: "Read from the cache", output: "Written or thought" };
type Field = keyof typeof FIELDS;

/** A price to give; null takes it back. */
type PriceChange = OwnPrice | null;
/** How long a price that was taken back can be brought back, in milliseconds. */
const UNDO_MS = 15_000;

type PriceDialogProps = {
  model: PricedModel;
  onClose: () => void;
  /** Told when a price was given or taken back. */
  onSaved: () => void;
};

/** Asks what the user pays for a model; a price of one's own can be taken back for the listed one. */
export function PriceDialog({ model, onClose, onSaved }: PriceDialogProps) {
  useReturnFocus();
  const [typed, setTyped] = useState(toTyped(model));
  const [errors, setErrors] = useState<Partial<Record<string, string>>>({});
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async (change: PriceChange) => {
    setBusy(true);
    const answer = await sendPrice(model.id, change);
    setBusy(false);
    if (!answer.ok) {
      setProblem(answer.problem);
      return false;
    }
    onSaved();
    onClose();
    return true;
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const body = ownPriceBody.safeParse(readTyped(typed));
    const found = body.success ? [] : body.error.issues;
    setErrors(Object.fromEntries(found.map(({ path, message }) => [String(path[0]), message])));
    if (body.success) await send(body.data);
  };
  const forget = async () => {
    if (!(await send(null))) return;
    const restore = () => void sendPrice(model.id, model.price).then(onSaved);
    showToast({
      title: "Your price is removed",
      message: `${model.name} costs again what Google lists, if it lists a price.`,
      action: { label: "Undo", onClick: restore, stayMs: UNDO_MS },
    });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={`What you pay for ${model.name}`}
      centered
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <form onSubmit={(event) => void save(event)} className={styles.dialog} noValidate>
        <p>
          In US dollars for a million tokens. It holds before the listed price, in estimates, caps
          and your usage.
        </p>
        {FIELD_NAMES.map((field) => (
          <TextInput
            key={field}
            label={FIELDS[field]}
            inputMode="decimal"
            leftSection="$"
            value={typed[field]}
            error={errors[field]}
            data-autofocus={field === "input" ? true : undefined}
            onChange={(event) => {
              const { value } = event.currentTarget;
              setTyped((before) => ({ ...before, [field]: value }));
            }}
          />
        ))}
        {problem && <ProblemAlert problem={problem} />}
        <div className={styles.buttons}>
          <Button type="submit" loading={busy}>
            Save
          </Button>
          <Button variant="default" onClick={onClose} disabled={busy}>
            Cancel
          </Button>
          {model.from === "own" && (
            <Button variant="default" onClick={() => void forget()} disabled={busy}>
              Use the listed price
            </Button>
          )}
        </div>
      </form>
    </Modal>
  );
}

function sendPrice(id: string, change: PriceChange) {
  const init = change ? { ...jsonPost(change), method: "PUT" } : { method: "DELETE" };
  return requestJson(`/api/models/${encodeURIComponent(id)}/price`, z.unknown(), init);
}

const FIELD_NAMES: Field[] = ["input", "cached", "output"];

function toTyped({ price }: PricedModel): Record<Field, string> {
  const { input = "", cached = "", output = "" } = price ?? {};
  return { input: String(input), cached: String(cached), output: String(output) };
}

/** NaN where nothing or no sum was typed: the schema refuses it and says what to give. */
function readTyped(typed: Record<Field, string>) {
  const read = (text: string) =>
    text.trim() === "" ? Number.NaN : Number(text.trim().replace(/^\$/, "").replace(",", "."));
  return { input: read(typed.input), cached: read(typed.cached), output: read(typed.output) };
}
