import { FixLink } from "@/app/_ui/fix-link";
import { Notice } from "@/app/_ui/messages/notice";
import styles from "./new-post.module.css";

/** Says which keys a post needs before anything is typed. */
export function MissingKeys({ names }: { names: string[] }) {
  const list = new Intl.ListFormat("en").format(names);
  const plural = names.length > 1;
  return (
    <div className={styles.missing}>
      <Notice tone="warn" title={`Your ${list} ${plural ? "keys are" : "key is"} missing`}>
        <p>
          A post is written with your own keys and nobody else&rsquo;s.{" "}
          <FixLink url="/onboarding/api-keys" label={`Add ${plural ? "them" : "it"}`} />
        </p>
      </Notice>
    </div>
  );
}
