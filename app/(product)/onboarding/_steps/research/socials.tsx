"use client";
import { TextInput } from "@mantine/core";
import { SOCIAL_PLATFORMS, type SocialAccount } from "@/lib/onboarding/research/schema";
import styles from "./research.module.css";
import type { FieldErrors } from "./research-form-state";

type SocialsProps = {
  socials: SocialAccount[];
  errors: FieldErrors;
  onChange: (socials: SocialAccount[]) => void;
};

const NAMES = {
  linkedin: "LinkedIn",
  x: "X",
  facebook: "Facebook",
  instagram: "Instagram",
  youtube: "YouTube",
  medium: "Medium",
  substack: "Substack",
  github: "GitHub",
} satisfies Record<SocialAccount["platform"], string>;

/** The user's own accounts, one field a platform; an empty field is no account. */
export function Socials({ socials, errors, onChange }: SocialsProps) {
  const change = (platform: SocialAccount["platform"], url: string) => {
    const others = socials.filter((one) => one.platform !== platform);
    onChange(url.trim() === "" ? others : [...others, { platform, url: url.trim() }]);
  };
  return (
    <section className={styles.group} aria-labelledby="socials">
      <h2 id="socials">Your accounts</h2>
      <div className={styles.pairs}>
        {SOCIAL_PLATFORMS.map((platform) => (
          <TextInput
            key={platform}
            label={NAMES[platform]}
            placeholder="https://"
            inputMode="url"
            error={errors[platform]}
            value={socials.find((one) => one.platform === platform)?.url ?? ""}
            onChange={(event) => change(platform, event.currentTarget.value)}
          />
        ))}
      </div>
    </section>
  );
}
