"use client";
import { Button } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import type { PostMetadata } from "@/lib/seo/describe-metadata";
import { writeHead, writeJsonLd } from "@/lib/seo/write-head";
import styles from "./seo.module.css";

/** The JSON-LD of the post, and the tags of a page's head, for copying. */
export function HeadView({ metadata }: { metadata: PostMetadata }) {
  const jsonLd = writeJsonLd(metadata.jsonLd);
  return (
    <details className={styles.head}>
      <summary>For machines: JSON-LD and head tags</summary>
      <p className={styles.note}>
        Open Graph, Twitter card and JSON-LD. Without a canonical address and a picture of yours the
        site that publishes it has its own.
      </p>
      <div className={styles.buttons}>
        <CopyButton text={jsonLd} what="JSON-LD" />
        <CopyButton text={writeHead(metadata)} what="all head tags" />
      </div>
      <pre>
        <code>{jsonLd}</code>
      </pre>
    </details>
  );
}

function CopyButton({ text, what }: { text: string; what: string }) {
  const { copy, copied, error } = useClipboard({ timeout: 2_000 });
  return (
    <span>
      <Button size="xs" variant="default" onClick={() => copy(text)}>
        {copied ? `Copied ${what}` : `Copy ${what}`}
      </Button>
      <span className={error ? styles.refused : "visually-hidden"} aria-live="polite">
        {copied && `Copied ${what}`}
        {error && " The browser refused: select the text and copy it."}
      </span>
    </span>
  );
}
