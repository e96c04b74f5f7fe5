"use client";
import { TextInput } from "@mantine/core";
import {
  SOCIAL_PLATFORMS,
  type SocialAccount,
  type SocialsPrices,
} from "@/lib/onboarding/research/schema";
import { Folded } from "../../_frame/folded";
import { FindSocials } from "./find-socials";
import styles from "./research.module.css";
import type { FieldErrors } from "./research-form-state";

type SocialsProps = {
  /** The address of the user's site, where it is known. */
  url: string | undefined;
  prices: SocialsPrices;
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

const EXAMPLES = {
  linkedin: "https://linkedin.com/in/you",
  x: "https://x.com/you",
  facebook: "https://facebook.com/you",
  instagram: "https://instagram.com/you",
  youtube: "https://youtube.com/@you",
  medium: "https://medium.com/@you",
  substack: "https://you.substack.com",
  github: "https://github.com/you",
} satisfies Record<SocialAccount["platform"], string>;

/** The user's own accounts, one field a platform; an empty field is no account. */
export function Socials({ url, prices, socials, errors, onChange }: SocialsProps) {
  const addFound = (found: SocialAccount[]) => {
    const known = new Set(socials.map(({ platform }) => platform));
    onChange([...socials, ...found.filter(({ platform }) => !known.has(platform))]);
  };
  const change = (platform: SocialAccount["platform"], url: string) => {
    const others = socials.filter((one) => one.platform !== platform);
    onChange(url.trim() === "" ? others : [...others, { platform, url: url.trim() }]);
  };
  return (
    <section className={styles.group} aria-labelledby="socials">
      <h2 id="socials">Your accounts (optional)</h2>
      {url && <FindSocials url={url} prices={prices} onFound={addFound} />}
      <Folded
        summary="Enter them by hand"
        filled={socials.length > 0}
        refused={SOCIAL_PLATFORMS.some((platform) => errors[platform])}
      >
        <div className={styles.pairs}>
          {SOCIAL_PLATFORMS.map((platform) => (
            <TextInput
              key={platform}
              label={NAMES[platform]}
              placeholder={EXAMPLES[platform]}
              inputMode="url"
              error={errors[platform]}
              value={socials.find((one) => one.platform === platform)?.url ?? ""}
              onChange={(event) => change(platform, event.currentTarget.value)}
            />
          ))}
        </div>
      </Folded>
    </section>
  );
}
