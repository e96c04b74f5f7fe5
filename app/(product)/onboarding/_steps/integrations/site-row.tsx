"use client";
import { Button, Modal } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { Problem } from "@/app/_ui/messages/problem";
import { ProblemAlert } from "@/app/_ui/messages/problem-alert";
import { When } from "@/app/_ui/when";
import type { Integration } from "@/lib/integrations/schema";
import styles from "./integrations.module.css";

const STATUS_TEXT = {
  valid: "Connected",
  invalid: "Login refused: connect it again",
  unknown: "Not reached at the last test",
} as const satisfies Record<Integration["status"], string>;

type SiteRowProps = {
  site: Integration;
  name: string;
  busy: boolean;
  problem: Problem | undefined;
  onCheck: () => void;
  onChoose: () => void;
  onDisconnect: () => void;
};

/** A connected site: its address, its masked login, its state, and what can be done with it. */
export function SiteRow({ site, name, busy, problem, ...on }: SiteRowProps) {
  const [asking, dialog] = useDisclosure(false);
  const host = new URL(site.siteUrl).host;
  return (
    <li className={styles.site}>
      <p className={styles.address}>
        <a href={site.siteUrl} target="_blank" rel="noreferrer">
          {host}
        </a>
        <span>{name}</span>
        {site.isPrimary && <span className={styles.primary}>Primary site</span>}
      </p>
      <p className={styles.login}>
        {site.username && <span>{site.username}</span>}
        <code>{site.masked}</code>
        <span className={styles.status} data-status={site.status}>
          {STATUS_TEXT[site.status]}
        </span>
        {site.checkedAt && (
          <span>
            Tested <When iso={site.checkedAt} />
          </span>
        )}
      </p>
      {problem && <ProblemAlert problem={problem} />}
      <div className={styles.buttons}>
        {!site.isPrimary && (
          <Button size="xs" variant="default" onClick={on.onChoose} disabled={busy}>
            Make primary<span className="visually-hidden"> {host}</span>
          </Button>
        )}
        <Button size="xs" variant="default" onClick={on.onCheck} loading={busy}>
          Test<span className="visually-hidden"> {host}</span>
        </Button>
        <Button size="xs" variant="default" onClick={dialog.open} disabled={busy}>
          Disconnect<span className="visually-hidden"> {host}</span>…
        </Button>
      </div>
      <Modal
        opened={asking}
        onClose={dialog.close}
        title={`Disconnect ${host}?`}
        centered
        closeButtonProps={{ "aria-label": "Close" }}
      >
        <p>
          Its login is deleted here, and nothing can be published there until you connect it again.
          The login itself stays valid on the site until you delete it there.
        </p>
        <div className={styles.buttons}>
          <Button
            color="bad"
            onClick={() => {
              dialog.close();
              on.onDisconnect();
            }}
          >
            Disconnect the site
          </Button>
          <Button variant="default" onClick={dialog.close} data-autofocus>
            Keep it
          </Button>
        </div>
      </Modal>
    </li>
  );
}
