"use client";
import { Button, Modal } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { FixLink } from "@/app/_ui/fix-link";
import type { ProviderCard } from "@/lib/providers/schema";
import styles from "./api-keys.module.css";

/** What the provider is for, and how to get its key. Open until a key is saved. */
export function ProviderAbout({ card, hasKey }: { card: ProviderCard; hasKey: boolean }) {
  const [reading, dialog] = useDisclosure(false);
  return (
    <div className={styles.about}>
      <h2 className={styles.name}>
        {card.name} <span className={styles.need}>{card.required ? "Required" : "Optional"}</span>
      </h2>
      <p className={styles.purpose}>{card.purpose}</p>
      <details className={styles.how} open={!hasKey && card.required}>
        <summary>
          Get a key in about {card.setupMinutes} {card.setupMinutes === 1 ? "minute" : "minutes"}
        </summary>
        <ol>
          {card.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <FixLink url={card.keyUrl} />
      </details>
      <Button size="compact-sm" variant="subtle" className={styles.why} onClick={dialog.open}>
        Why {card.name}?
      </Button>
      <Modal
        opened={reading}
        onClose={dialog.close}
        title={`What a ${card.name} key gives you`}
        centered
        closeButtonProps={{ "aria-label": "Close" }}
      >
        <ul className={styles.benefits}>
          {card.benefits.map((benefit) => (
            <li key={benefit}>{benefit}</li>
          ))}
        </ul>
      </Modal>
    </div>
  );
}
