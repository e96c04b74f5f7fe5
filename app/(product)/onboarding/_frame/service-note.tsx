import { FixLink } from "@/app/_ui/fix-link";
import { Notice } from "@/app/_ui/messages/notice";
import { When } from "@/app/_ui/when";
import { describeWorkError } from "@/app/_ui/work/describe-work-error";
import type { UserId } from "@/lib/auth/user-id";
import { listKeyHealth } from "@/lib/keys/list-key-health";
import type { KeyFault } from "@/lib/keys/read-key-faults";
import type { ProviderId } from "@/lib/providers/schema";
import styles from "./frame.module.css";

const KEYS_PAGE = "/onboarding/api-keys";

type ServiceNoteProps = {
  user: UserId;
  /** Whom the work of this page asks. */
  needs: readonly ProviderId[];
};

/**
 * What is known to be wrong with a service that a page pays for, and where it is mended; mostly nothing.
 * That a key is refused is said above every page.
 */
export async function ServiceNote({ user, needs }: ServiceNoteProps) {
  const health = (await listKeyHealth(user)).filter(({ provider }) => needs.includes(provider));
  const missing = health.flatMap(({ name, key }) => (key ? [] : [name]));
  return (
    <>
      {missing.length > 0 && <MissingNote names={missing} />}
      {health.map(
        ({ provider, key, fault }) =>
          fault &&
          key?.status !== "invalid" && (
            <FaultNote key={provider} provider={provider} fault={fault} />
          ),
      )}
    </>
  );
}

function MissingNote({ names }: { names: string[] }) {
  const list = new Intl.ListFormat("en").format(names);
  const [are, them] = names.length === 1 ? ["key is", "it"] : ["keys are", "them"];
  return (
    <div className={styles.service}>
      <Notice tone="warn" title={`Your ${list} ${are} missing.`}>
        <p>
          What asks {list} waits for {them}; the rest can be filled in by hand.{" "}
          <FixLink url={KEYS_PAGE} label={`Save ${them}`} />
        </p>
      </Notice>
    </div>
  );
}

function FaultNote({ provider, fault }: { provider: ProviderId; fault: KeyFault }) {
  const { title, detail, fixUrl } = describeWorkError({ code: fault.code, provider });
  return (
    <div className={styles.service}>
      <Notice tone="warn" title={`${title}.`}>
        <p>
          Last seen <When iso={fault.at} />. {detail} <ServiceFix fixUrl={fixUrl} />
        </p>
      </Notice>
    </div>
  );
}

/** Where a fault is mended: its provider's page, or the check of the saved key, which shows whether it is over. */
export function ServiceFix({ fixUrl }: { fixUrl: string | undefined }) {
  return fixUrl?.startsWith("https:") ? (
    <FixLink url={fixUrl} />
  ) : (
    <FixLink url={KEYS_PAGE} label="Check the key" />
  );
}
