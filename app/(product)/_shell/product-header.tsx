import { ColorSchemeToggle } from "@/app/_ui/theme/color-scheme-toggle";
import { Wordmark } from "@/app/_ui/theme/wordmark";
import { AssistantButton } from "../_assistant/assistant-button";
import { NoticeBell } from "./notices/notice-bell";
import { ProductNav } from "./product-nav";
import styles from "./shell.module.css";
import { UserMenu } from "./user-menu";

type ProductHeaderProps = {
  production: boolean;
  refusedKeys: string[];
  userId: string;
  hasCloudKey: boolean;
};

/** The bar on top of every signed-in page. In development there is nobody to sign out. */
export function ProductHeader(props: ProductHeaderProps) {
  const { production, refusedKeys, userId, hasCloudKey } = props;
  return (
    <header className={styles.header}>
      <div className={styles.bar}>
        <Wordmark href="/" />
        <ProductNav />
        <div className={styles.end}>
          <AssistantButton userId={userId} hasCloudKey={hasCloudKey} />
          <NoticeBell refusedKeys={refusedKeys} />
          <ColorSchemeToggle />
          {production && <UserMenu />}
        </div>
      </div>
    </header>
  );
}
