import { ColorSchemeToggle } from "@/app/_ui/theme/color-scheme-toggle";
import { Wordmark } from "@/app/_ui/theme/wordmark";
import { AssistantButton } from "../_assistant/assistant-button";
import { Account } from "./account/account";
import type { AccountProps } from "./account/account-props";
import { NoticeBell } from "./notices/notice-bell";
import { ProductNav } from "./product-nav";
import styles from "./shell.module.css";

type ProductHeaderProps = {
  /** What Clerk is told; null in development, where there is nobody to sign out. */
  clerk: AccountProps["options"] | null;
  refusedKeys: string[];
  userId: string;
  hasCloudKey: boolean;
};

/** The bar on top of every signed-in page. */
export function ProductHeader(props: ProductHeaderProps) {
  const { clerk, refusedKeys, userId, hasCloudKey } = props;
  return (
    <header className={styles.header}>
      <div className={styles.bar}>
        <Wordmark href="/" />
        <ProductNav />
        <div className={styles.end}>
          <AssistantButton userId={userId} hasCloudKey={hasCloudKey} />
          <NoticeBell refusedKeys={refusedKeys} />
          <ColorSchemeToggle />
          {clerk && <Account options={clerk} />}
        </div>
      </div>
    </header>
  );
}
