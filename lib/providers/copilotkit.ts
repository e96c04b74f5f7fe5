import type { Provider } from "./provider";

const FORMAT = /^ck_pub(lic)?_[A-Za-z0-9]{8,}$/;

/** CopilotKit's Copilot Cloud: a public key, made for browsers. Only its form can be checked. */
export const copilotkit = {
  card: {
    id: "copilotkit",
    name: "CopilotKit",
    required: false,
    purpose:
      "Runs the assistant through Copilot Cloud. Without it the assistant uses your Gemini key.",
    keyUrl: "https://cloud.copilotkit.ai",
    consoles: [],
    steps: [
      "Sign in at cloud.copilotkit.ai.",
      "Create a project.",
      "Copy its public API key (ck_pub_…).",
    ],
    benefits: [
      "A hosted assistant runtime of your own",
      "Guardrails and analytics in your own dashboard",
    ],
    cost: "Free to start; see your plan at CopilotKit.",
    dataUse:
      "Only if you switch the assistant to Copilot Cloud: CopilotKit then receives your chats.",
    checkNote: "Only the form of the key is checked: it is a public key, made for browsers.",
    setupMinutes: 3,
    placeholder: "ck_pub_…",
  },
  envNames: ["COPILOTKIT_API_KEY", "NEXT_PUBLIC_COPILOTKIT_API_KEY"],
  baseUrl: { standard: "https://api.cloud.copilotkit.ai" },
  checkCostUsd: null,
  check: async (secret) =>
    FORMAT.test(secret.open()) ? { status: "valid" } : { status: "invalid", code: "key_rejected" },
} as const satisfies Provider;
