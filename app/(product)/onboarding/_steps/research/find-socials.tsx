"use client";
import { Radio, Stack } from "@mantine/core";
import { useState } from "react";
import { z } from "zod";
import { yourKeys } from "@/app/_ui/money";
import { useWorkStream } from "@/app/_ui/work/use-work-stream";
import { WorkPanel } from "@/app/_ui/work/work-panel";
import {
  type SocialAccount,
  type SocialsBody,
  type SocialsPrices,
  socialAccount,
} from "@/lib/onboarding/research/schema";
import styles from "./research.module.css";

const PAYER = yourKeys(["Exa"]);
const found = z.array(socialAccount);

type FindSocialsProps = {
  url: string;
  prices: SocialsPrices;
  onFound: (socials: SocialAccount[]) => void;
};

/** Finds the user's accounts from the links of their site, or by a search; they are shown to be corrected. */
export function FindSocials({ url, prices, onFound }: FindSocialsProps) {
  const work = useWorkStream();
  const [by, setBy] = useState<SocialsBody["by"]>("links");
  const [count, setCount] = useState<number | null>(null);
  const start = () => {
    setCount(null);
    const body: SocialsBody = { url, by };
    const onField = (name: string, value: unknown) => {
      if (name !== "socials") return;
      const socials = found.parse(value);
      setCount(socials.length);
      onFound(socials);
    };
    void work.start("/api/onboarding/research/socials", body, { onField, onDone: () => {} });
  };
  return (
    <>
      <Radio.Group
        label="Find them"
        value={by}
        onChange={(value) => setBy(value === "search" ? "search" : "links")}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="links" label="Among the links of my site’s front page" />
          <Radio value="search" label="By a search, where the site does not link to them" />
        </Stack>
      </Radio.Group>
      <WorkPanel
        work={work}
        action="Find my accounts"
        quiet
        estimateUsd={prices[by]}
        payer={PAYER}
        onStart={start}
      />
      {count !== null && (
        <p className={styles.found} role="status">
          {describeFound(count)}
        </p>
      )}
    </>
  );
}

function describeFound(count: number): string {
  if (count === 0) return "None was found. Try the other way, or enter them by hand.";
  const accounts = count === 1 ? "1 account was found" : `${count} accounts were found`;
  return `${accounts}. What you had entered stays: look each over before you save.`;
}
