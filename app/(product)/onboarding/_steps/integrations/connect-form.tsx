"use client";
import { Button, PasswordInput, TextInput } from "@mantine/core";
import { type SyntheticEvent, useState } from "react";
import { FixLink } from "@/app/_ui/fix-link";
import { focusFirstError } from "@/app/_ui/focus-first-error";
import type { Problem } from "@/app/_ui/messages/problem";
import { ProblemAlert } from "@/app/_ui/messages/problem-alert";
import { findSecretPage } from "@/lib/integrations/find-secret-page";
import { connectBody, type Integration, type PublisherCard } from "@/lib/integrations/schema";
import { connectSite, findLoginErrors } from "./integration-requests";
import styles from "./integrations.module.css";

type ConnectFormProps = { card: PublisherCard; onConnected: (sites: Integration[]) => void };
const EMPTY = { siteUrl: "", username: "", secret: "" };

/** The login of one publishing system: tested on the site first, saved only if it works. */
export function ConnectForm({ card, onConnected }: ConnectFormProps) {
  const [login, setLogin] = useState(EMPTY);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const secretPage = findSecretPage(card, login.siteUrl);
  const field = (name: keyof typeof EMPTY) => ({
    value: login[name],
    error: errors[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setLogin((old) => ({ ...old, [name]: value }));
      setErrors(({ [name]: _, ...rest }) => rest);
    },
  });
  const refuse = (form: Element, named: Record<string, string>) => {
    setErrors(named);
    focusFirstError(form);
  };
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    const form = event.currentTarget;
    const { username, ...rest } = login;
    const typed = { kind: card.kind, ...rest, ...(card.username ? { username } : {}) };
    const body = connectBody.safeParse(typed);
    setProblem(null);
    if (!body.success) return refuse(form, findLoginErrors(typed));
    setBusy(true);
    const answer = await connectSite(body.data);
    setBusy(false);
    if (answer.ok) {
      setLogin(EMPTY);
      return onConnected(answer.value.integrations);
    }
    const named = answer.problem.fields ?? [];
    if (named.length === 0) setProblem(answer.problem);
    refuse(form, Object.fromEntries(named.map(({ field: name, message }) => [name, message])));
  };
  return (
    <form method="post" className={styles.form} onSubmit={submit} autoComplete="off" noValidate>
      <h3>{card.name}</h3>
      <ol className={styles.how}>
        {card.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <TextInput {...card.site} type="url" inputMode="url" {...field("siteUrl")} />
      <p className={styles.note} aria-live="polite">
        {secretPage ? (
          <FixLink url={secretPage} label={card.secretPage.label} />
        ) : (
          "Type the address for a link to the right screen."
        )}
      </p>
      {card.username && <TextInput {...card.username} {...field("username")} />}
      <PasswordInput
        {...card.secret}
        autoComplete="off"
        aria-invalid={errors.secret !== undefined}
        visibilityToggleButtonProps={{ "aria-label": "Show or hide what you entered" }}
        {...field("secret")}
      />
      {problem && <ProblemAlert problem={problem} />}
      <div className={styles.buttons}>
        <Button type="submit" variant="default" loading={busy}>
          Connect {card.name}
        </Button>
        <p className={styles.note} aria-live="polite">
          {busy
            ? "Asking the site; nothing is changed there…"
            : "The login is tested on the site first."}
        </p>
      </div>
    </form>
  );
}
