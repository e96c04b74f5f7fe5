import "@/app/_ui/theme/mantine-styles";
import { headers } from "next/headers";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { findKeyProblems } from "@/lib/keys/find-key-problems";
import { listApiKeys } from "@/lib/keys/list-api-keys";
import { describeSite } from "@/lib/site/describe-site";
import { describeClerk } from "../_session/describe-clerk";
import { requirePageUser } from "../_session/require-page-user";
import { SandboxBanner } from "../_ui/messages/sandbox-banner";
import { ThemeProvider } from "../_ui/theme/theme-provider";
import { CopilotKeyKeeper } from "./_shell/copilot-key-keeper";
import { KeyBanner } from "./_shell/key-banner";
import { ProductHeader } from "./_shell/product-header";
import styles from "./_shell/shell.module.css";
import { Shortcuts } from "./_shell/shortcuts";

/** The frame of every signed-in page: header, shortcuts, toasts, and the sandbox's banner. */
export default async function ProductLayout({ children }: { children: ReactNode }) {
  await connection();
  const site = describeSite();
  const user = await requirePageUser();
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  const keys = await listApiKeys(user);
  const problems = findKeyProblems(keys);
  const copilotKey = keys.find((key) => key.provider === "copilotkit");
  const production = site.mode === "production";
  return (
    <ThemeProvider nonce={nonce}>
      <Shortcuts />
      <CopilotKeyKeeper
        userId={user}
        version={copilotKey ? `${copilotKey.savedAt} ${copilotKey.masked}` : null}
        remember={production}
      />
      {site.simulated && <SandboxBanner />}
      <ProductHeader
        clerk={site.clerk && describeClerk(site.clerk, nonce)}
        refusedKeys={problems.map(({ provider, code }) => `${provider} ${code}`)}
        userId={user}
        hasCloudKey={copilotKey !== undefined}
      />
      <KeyBanner problems={problems} />
      <main id="content" tabIndex={-1} className={styles.main}>
        {children}
      </main>
    </ThemeProvider>
  );
}
