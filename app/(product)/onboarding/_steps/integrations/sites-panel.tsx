"use client";
import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { ProblemAlert } from "@/app/_ui/messages/problem-alert";
import { showToast } from "@/app/_ui/messages/toast";
import type { Integration, PublisherCard } from "@/lib/integrations/schema";
import { useCompleteStep } from "../../_frame/use-complete-step";
import { ConnectForm } from "./connect-form";
import styles from "./integrations.module.css";
import { SiteRow } from "./site-row";
import { useSites } from "./use-sites";

type SitesPanelProps = { cards: PublisherCard[]; initial: Integration[] };

/** The connected sites, and a form for each publishing system. */
export function SitesPanel({ cards, initial }: SitesPanelProps) {
  const router = useRouter();
  const { sites, busy, failed, setSites, ...verbs } = useSites(initial);
  const { complete, busy: ending, problem } = useCompleteStep("integrations");
  const connected = (now: Integration[]) => {
    setSites(now);
    showToast({
      title: "Site connected",
      message: "It accepts the login, which is saved encrypted.",
    });
    router.refresh();
  };
  return (
    <>
      <section className={styles.section} aria-labelledby="sites">
        <h2 id="sites">Your sites</h2>
        {sites.length === 0 && <p className={styles.note}>None is connected yet.</p>}
        <ul className={styles.sites}>
          {sites.map((site) => (
            <SiteRow
              key={site.id}
              site={site}
              name={cards.find(({ kind }) => kind === site.kind)?.name ?? site.kind}
              busy={busy === site.id}
              problem={failed?.id === site.id ? failed.problem : undefined}
              onCheck={() => void verbs.check(site.id)}
              onChoose={() => void verbs.choose(site.id)}
              onDisconnect={() => void verbs.disconnect(site.id)}
            />
          ))}
        </ul>
      </section>
      <section className={styles.section} aria-labelledby="connect">
        <h2 id="connect">Connect a site</h2>
        <div className={styles.forms}>
          {cards.map((card) => (
            <ConnectForm key={card.kind} card={card} onConnected={connected} />
          ))}
        </div>
      </section>
      {problem && <ProblemAlert problem={problem} />}
      {sites.length > 0 && (
        <div className={styles.buttons}>
          <Button onClick={() => void complete({})} loading={ending}>
            Continue
          </Button>
        </div>
      )}
    </>
  );
}
