import { FixLink } from "@/app/_ui/fix-link";
import { CheckIcon } from "@/app/_ui/icons";
import { When } from "@/app/_ui/when";
import { describeWorkError } from "@/app/_ui/work/describe-work-error";
import type { KeyHealth } from "@/lib/keys/list-key-health";
import { ServiceFix } from "../../_frame/service-note";
import { STATUS_TEXT } from "../api-keys/status-text";
import styles from "./finish.module.css";

/** Of each key whether its last check was good, when that was, and what has stood in its way since. */
export function KeyStates({ health }: { health: KeyHealth[] }) {
  return (
    <section className={styles.section} aria-labelledby="keys">
      <h2 id="keys">Your keys</h2>
      <ul className={styles.facts}>
        {health.map((one) => (
          <KeyState key={one.provider} health={one} />
        ))}
      </ul>
    </section>
  );
}

function KeyState({ health }: { health: KeyHealth }) {
  const { provider, name, key, fault } = health;
  const isGood = key?.status === "valid" && !fault;
  return (
    <li>
      <span className={styles.mark}>{isGood && <CheckIcon />}</span>
      <span>{name}</span>
      <div className={styles.told}>
        <p>
          {key ? STATUS_TEXT[key.status] : "Missing"}
          {key && <Checked at={key.checkedAt} />}.{" "}
          {key?.status !== "valid" && (
            <FixLink url="/onboarding/api-keys" label={nameWayOut(key)} />
          )}
        </p>
        {fault && key?.status !== "invalid" && <Fault provider={provider} fault={fault} />}
      </div>
    </li>
  );
}

function nameWayOut(key: KeyHealth["key"]): string {
  if (!key) return "Save one";
  if (key.status !== "invalid") return "Check it";
  return key.source === "shell" ? "See how it is changed" : "Save another";
}

function Checked({ at }: { at: string | null }) {
  if (!at) return ", not checked yet";
  return (
    <>
      , last checked <When iso={at} />
    </>
  );
}

function Fault({
  provider,
  fault,
}: Pick<KeyHealth, "provider"> & { fault: { code: string; at: string } }) {
  const { title, fixUrl } = describeWorkError({ code: fault.code, provider });
  return (
    <p className={styles.soft}>
      {title}, last seen <When iso={fault.at} />. <ServiceFix fixUrl={fixUrl} />
    </p>
  );
}
