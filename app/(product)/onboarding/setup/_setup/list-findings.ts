import type { SetupStage } from "@/lib/onboarding/setup/schema";

const LABELS: Record<SetupStage, Record<string, string>> = {
  website: {
    description: "What you write about",
    audience: "Who reads you",
    writingStyle: "Writing style",
    brandVoice: "Brand voice",
  },
  research: {
    competitors: "Who else writes for them",
    socials: "Your accounts",
    topics: "What they write about",
    gaps: "What they leave out",
  },
  persona: {
    voice: "Voice",
    tone: "Tone",
    dos: "Does",
    donts: "Does not",
    sample: "A paragraph in it",
  },
};

type Finding = { label: string; text: string };

/** The fields of a stage that have arrived, as one reads them; empty ones are left out. */
export function listFindings(stage: SetupStage, found: Record<string, unknown>): Finding[] {
  return Object.entries(LABELS[stage]).flatMap(([name, label]) => {
    const text = toText(found[name]);
    return text ? [{ label, text }] : [];
  });
}

function toText(value: unknown): string {
  if (typeof value === "string") return value;
  if (!Array.isArray(value)) return "";
  const names = value.map((one: unknown) =>
    typeof one === "string" ? one : String(Object(one).name ?? Object(one).url ?? ""),
  );
  return names.filter(Boolean).join("; ");
}
