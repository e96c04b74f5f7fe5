"use client";
import { Radio, Stack } from "@mantine/core";
import type { PublishSite } from "@/lib/publish/schema";
import { hostOf } from "./plan";
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
    description: `${one.name}. ${STANDS[one.current?.status ?? "none"] ?? ""}`,
  }));
  if (sites.length > 1)
    return <Choice label="Where" value={site.id} options={options} onChoose={onChoose} />;
  return (
    <p>
      <strong>{hostOf(site)}</strong> <span className={styles.note}>{options[0]?.description}</span>
    </p>
  );
}

const STANDS: Partial<Record<string, string>> = {
  none: "The post is not there yet.",
  draft: "The post is there as a draft.",
  live: "The post is live there.",
  scheduled: "The post is scheduled there.",
};

type ChoiceProps = {
  label: string;
  value: string;
  options: { value: string; label: string; description: string }[];
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
