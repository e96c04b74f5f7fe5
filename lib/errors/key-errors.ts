import type { ErrorRow } from "./error-row";

const CREDENTIALS = "https://console.cloud.google.com/apis/credentials";
const AI_STUDIO_KEYS = "https://aistudio.google.com/apikey";
/** Where keys are saved and checked. */
export const KEYS_PAGE = "/onboarding/api-keys";

/** The rows that tell what a provider says of a key, or of the project that it belongs to. */
export const KEY_ERRORS = {
  key_rejected: {
    status: 409,
    title: "The provider rejected your key",
    detail: "Enter a new key. Nothing more was sent with the old one.",
    fixUrl: KEYS_PAGE,
  },
  key_expired: {
    status: 409,
    title: "Google rejected this key: it has expired",
    detail: "Create a new key at Google, and save it here.",
    fixUrl: AI_STUDIO_KEYS,
  },
  key_deleted: {
    status: 409,
    title: "Google does not know this key: it was deleted, or never existed",
    detail: "Google no longer knows it. Create another key there, and save it here.",
    fixUrl: AI_STUDIO_KEYS,
  },
  key_leaked: {
    status: 409,
    title: "Google has blocked this key because it leaked",
    detail: "Create a new key now and delete the old one, then save the new one here.",
    fixUrl: AI_STUDIO_KEYS,
  },
  account_suspended: {
    status: 409,
    title: "Google has suspended the key's project",
    detail: "Use a key of another project, or appeal in the Google Cloud console.",
    fixUrl: "https://console.cloud.google.com/",
  },
  key_referrer_blocked: {
    status: 409,
    title: "The key is restricted to web pages or apps",
    detail: "A server is neither. Remove the key's application restriction at Google.",
    fixUrl: CREDENTIALS,
  },
  key_address_blocked: {
    status: 409,
    title: "The key is restricted to other IP addresses",
    detail: "Add this server's address to the key's restriction at Google, or remove it.",
    fixUrl: CREDENTIALS,
  },
  key_api_blocked: {
    status: 409,
    title: "The key is restricted to other APIs",
    detail: "Add the Generative Language API to the key's API restrictions at Google.",
    fixUrl: CREDENTIALS,
  },
  key_may_not_write: {
    status: 409,
    title: "Google lets this key list models, but not write with them",
    detail:
      "The key was not refused as such. Create a standard API key in Google AI Studio, and save that one.",
    fixUrl: AI_STUDIO_KEYS,
  },
  api_disabled: {
    status: 409,
    title: "The Gemini API is switched off in the key's project",
    detail: "Enable the Generative Language API in that project, wait a minute, and try again.",
    fixUrl: "https://console.cloud.google.com/apis/library/generativelanguage.googleapis.com",
  },
  project_denied: {
    status: 409,
    title: "Google denies the key's project access",
    detail:
      "The key is fine, its project is not served. Ask Google's support, or use a key of another project.",
    fixUrl: "https://support.google.com/googleapi",
  },
} as const satisfies Record<string, ErrorRow>;

/** Each means that the key itself will never work again; everything else can be mended around it. */
export const DEAD_KEY: ReadonlySet<string> = new Set<keyof typeof KEY_ERRORS>([
  "key_rejected",
  "key_expired",
  "key_deleted",
  "key_leaked",
  "account_suspended",
]);
