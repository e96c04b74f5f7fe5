"use client";
import { Checkbox, SegmentedControl, Switch, TextInput } from "@mantine/core";
import { LONG_POST_WORDS } from "@/lib/blog/sources/choose-depth";
import { SEARCHES } from "@/lib/blog/sources/schema";
import { CONTENT_TYPES, researchPreferences } from "@/lib/onboarding/research/schema";
import styles from "./research.module.css";
import type { FieldErrors, ResearchDraft } from "./research-form-state";

type Preferences = ResearchDraft["preferences"];
type PreferenceFieldsProps = {
  preferences: Preferences;
  errors: FieldErrors;
  onChange: (part: Partial<Preferences>) => void;
};

const DEPTHS = [
  { value: "auto", label: "Auto" },
  { value: "basic", label: "Basic" },
  { value: "targeted", label: "Targeted" },
  { value: "comprehensive", label: "Comprehensive" },
];

const FITTING = `Each post takes what fits it: comprehensive from ${LONG_POST_WORDS.toLocaleString("en")} words on, targeted where you name sites or a kind of page, else basic.`;

/** How the searches of every post are made unless the post says otherwise. */
export function PreferenceFields({ preferences, errors, onChange }: PreferenceFieldsProps) {
  const { depth, contentTypes } = researchPreferences.shape;
  return (
    <section className={styles.group} aria-labelledby="preferences">
      <h2 id="preferences">How to research your posts</h2>
      <SegmentedControl
        data={DEPTHS}
        value={preferences.depth}
        onChange={(value) => onChange({ depth: depth.parse(value) })}
        aria-label="Depth of research"
      />
      <p className={styles.means}>
        {preferences.depth === "auto"
          ? FITTING
          : `${SEARCHES[preferences.depth]} searches for each post, unless the post says otherwise.`}
      </p>
      <Checkbox.Group
        label="Kinds of posts you write"
        value={preferences.contentTypes}
        onChange={(values) => onChange({ contentTypes: contentTypes.parse(values) })}
      >
        <div className={styles.checks}>
          {CONTENT_TYPES.map((kind) => (
            <Checkbox key={kind} value={kind} label={`${kind[0]?.toUpperCase()}${kind.slice(1)}`} />
          ))}
        </div>
      </Checkbox.Group>
      <Switch
        label="Be strict with facts"
        description="The writer leaves out what no source states. Citations are checked either way."
        checked={preferences.factChecking}
        onChange={(event) => onChange({ factChecking: event.currentTarget.checked })}
      />
      <div className={styles.pairs}>
        <TextInput
          label="Sites to prefer"
          description="Ranked first. Bare domains, separated by commas."
          placeholder="iea.org, energysavingtrust.org.uk"
          error={errors.preferDomains}
          value={preferences.preferDomains}
          onChange={(event) => onChange({ preferDomains: event.currentTarget.value })}
        />
        <TextInput
          label="Sites to avoid"
          description="Never quoted. Bare domains, separated by commas."
          placeholder="pinterest.com"
          error={errors.avoidDomains}
          value={preferences.avoidDomains}
          onChange={(event) => onChange({ avoidDomains: event.currentTarget.value })}
        />
      </div>
    </section>
  );
}
