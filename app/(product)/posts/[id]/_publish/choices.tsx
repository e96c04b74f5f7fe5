"use client";
import { Radio, Stack } from "@mantine/core";
import type { PublishSite } from "@/lib/publish/schema";
import { hostOf } from "./describe-plan";
import styles from "./publish.module.css";

type SiteChoiceProps = {
  sites: readonly PublishSite[];
  site: PublishSite;
  onChoose: (id: string) => void;
};

/** Which site: a choice only where there is one. */
export function SiteChoice({ sites, site, onChoose }: SiteChoiceProps) {
  const options = sites.map((one) => ({
    value: one.id,
    label: hostOf(one),
    description: [one.name, STANDS[one.current?.status ?? ""]].filter(Boolean).join(". "),
  }));
  if (sites.length > 1)
    return <Choice label="Where" value={site.id} options={options} onChoose={onChoose} />;
  return (
    <p>
      <strong>{hostOf(site)}</strong> <span className={styles.note}>{site.name}</span>
    </p>
  );
}

/** As it was left; the site itself is asked once it is chosen. */
const STANDS: Partial<Record<string, string>> = {
  draft: "You left the post there as a draft.",
  live: "You put the post live there.",
  scheduled: "You scheduled the post there.",
};

type ChoiceProps = {
  label: string;
  value: string;
  options: { value: string; label: string; description: string; disabled?: boolean }[];
  onChoose: (value: string) => void;
};

/** One of a few things, each with a line on what it means. */
export function Choice({ label, value, options, onChoose }: ChoiceProps) {
  return (
    <Radio.Group label={label} value={value} onChange={onChoose}>
      <Stack gap="xs" mt={6}>
        {options.map((option) => (
          <Radio key={option.value} {...option} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
