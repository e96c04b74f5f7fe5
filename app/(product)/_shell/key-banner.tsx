import { FixLink } from "@/app/_ui/fix-link";
import { Notice } from "@/app/_ui/messages/notice";
import type { KeyProblem } from "@/lib/keys/schema";
import styles from "./shell.module.css";

/** On every page: the keys that their providers refuse, why, and the two places where that is mended. */
export function KeyBanner({ problems }: { problems: KeyProblem[] }) {
  return problems.map(({ provider, name, reason, fixUrl, variable }) => (
    <div key={provider} className={styles.banner}>
      <Notice tone="bad" title={`${reason}.`} alert>
        <p>
          Nothing more is sent with it, and what needs {name} waits.{" "}
          <FixLink url={fixUrl} label={`Mend it at ${new URL(fixUrl).hostname}`} /> or{" "}
          <FixLink
            url="/onboarding/api-keys"
            label={variable ? "see which shell variable holds it" : `save another ${name} key`}
          />
          .
        </p>
      </Notice>
    </div>
  ));
}
