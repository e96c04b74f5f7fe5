import type { StepId } from "@/lib/onboarding/schema";

/** What each step is for, said before anything of its user is known. */
export const LEADS: Record<StepId, string> = {
  "api-keys":
    "Every search and every word of your posts is paid by your own accounts. Your keys are used for your posts only, and nobody else’s are ever used for yours.",
  website:
    "ALwrity reads several pages of your site and describes how they sound, so that your posts sound the same. Or fill the fields in by hand: no provider is needed for that.",
  research:
    "Posts do better where others have left a question open. ALwrity looks for companies with your readers and compares what they write; you can also enter them yourself.",
  persona:
    "Every post is written in this voice. Generate it from your website and your research, or write it yourself; either way you can change every word.",
  integrations:
    "Connect the sites you publish on. Logins are encrypted like your keys, and nothing is ever published without your confirmation.",
  finish:
    "Everything here shapes your posts from the first one on, and can be changed at any time in the settings.",
};
