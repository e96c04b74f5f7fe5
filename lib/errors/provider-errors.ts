import type { ErrorRow } from "./error-row";

/** The rows of the error table that tell what a provider answered. */
export const PROVIDER_ERRORS = {
  billing_required: {
    status: 402,
    title: "Google asks for billing, or does not serve your country",
    detail:
      "The key is fine. Enable billing for its project, or use a project in a served country.",
    fixUrl: "https://aistudio.google.com/usage",
  },
  key_leaked: {
    status: 409,
    title: "Google has blocked this key because it leaked",
    detail: "Create a new key now and delete the old one, then save the new one here.",
    fixUrl: "https://aistudio.google.com/apikey",
  },
  api_disabled: {
    status: 409,
    title: "The Gemini API is switched off in the key's project",
    detail: "Enable the Generative Language API in that project, wait a minute, and try again.",
    fixUrl: "https://console.cloud.google.com/apis/library/generativelanguage.googleapis.com",
  },
  key_restricted: {
    status: 409,
    title: "The key's restrictions refuse this server",
    detail: "Remove the referrer, IP or API restriction of the key; a server has no referrer.",
    fixUrl: "https://console.cloud.google.com/apis/credentials",
  },
  account_suspended: {
    status: 409,
    title: "Google has suspended the key's project",
    detail: "Use a key of another project, or appeal in the Google Cloud console.",
    fixUrl: "https://console.cloud.google.com/",
  },
  model_unavailable: {
    status: 409,
    title: "The model is not available to your key",
    detail: "Generate the post with another model, under its “More options”.",
    fixUrl: "https://ai.google.dev/gemini-api/docs/models",
  },
  quota_minute: {
    status: 429,
    title: "Your key's quota for this minute is used up",
    detail: "The provider accepts more calls after a short wait.",
  },
  quota_day: {
    status: 429,
    title: "Your key's quota for today is used up",
    detail: "It comes back tomorrow; with billing enabled it is higher.",
    fixUrl: "https://aistudio.google.com/usage",
  },
  no_credits: {
    status: 402,
    title: "Your Exa account has no credits left",
    detail: "Add credits or raise the budget of the key in the Exa dashboard, then try again.",
    fixUrl: "https://dashboard.exa.ai/billing",
  },
  provider_overloaded: {
    status: 503,
    title: "The provider is overloaded",
    detail:
      "Three tries did not get through. Try again in a few minutes; where Gemini is overloaded, another model may still answer.",
  },
  provider_unreachable: {
    status: 503,
    title: "The provider could not be reached",
    detail: "The connection failed or took too long. Try again.",
  },
  provider_refused: {
    status: 502,
    title: "The provider refused the request",
    detail: "It answered with an error that another try would not change.",
  },
  reply_cut_off: {
    status: 502,
    title: "The provider's reply was cut off",
    detail: "The connection ended before the reply was complete. Try again.",
  },
  reply_malformed: {
    status: 502,
    title: "The provider's reply could not be read",
    detail: "It was not in the agreed form, also at the second try. Try again.",
  },
  reply_too_long: {
    status: 502,
    title: "The model stopped at its length limit",
    detail: "Ask for fewer words.",
  },
  content_blocked: {
    status: 422,
    title: "Gemini blocked this text",
    detail: "Its safety or recitation filter refused it. Rephrase the topic.",
  },
  no_sources: {
    status: 422,
    title: "No usable source was found",
    detail:
      "Nothing was written, since nothing could be cited. Try other words, or fewer domain limits.",
  },
} as const satisfies Record<string, ErrorRow>;
