import type { ErrorRow } from "./error-row";
import { KEY_ERRORS, KEYS_PAGE } from "./key-errors";

const USAGE_AND_BILLING = "https://aistudio.google.com/usage";

/** The rows of the error table that tell what a provider answered; those of a key stand by themselves. */
export const PROVIDER_ERRORS = {
  ...KEY_ERRORS,
  billing_required: {
    status: 402,
    title: "Google asks for billing",
    detail: "The key is fine. Enable billing for its project, then go on.",
    fixUrl: "https://aistudio.google.com/apikey",
  },
  country_refused: {
    status: 403,
    title: "Google does not serve the Gemini API where this server stands",
    detail: "The key is fine. Use a project or a server in a country that Google serves.",
    fixUrl: "https://ai.google.dev/gemini-api/docs/available-regions",
  },
  prepaid_used_up: {
    status: 402,
    title: "The prepaid credit of your Google project is used up",
    detail: "The key is fine, and waiting changes nothing. Buy credit for its project, then go on.",
    fixUrl: "https://aistudio.google.com/billing",
  },
  spending_cap: {
    status: 402,
    title: "The spending cap of your Google project is reached",
    detail:
      "The key is fine. Raise the monthly cap of its project at Google, or wait for next month.",
    fixUrl: "https://aistudio.google.com/spend",
  },
  quota_none: {
    status: 429,
    title: "Your project has no quota for this model",
    detail:
      "Its limit is 0, so waiting changes nothing. Enable billing for the project, or choose another model.",
    fixUrl: "https://ai.google.dev/gemini-api/docs/rate-limits",
  },
  quota_minute: {
    status: 429,
    title: "Your key's quota for this minute is used up",
    detail: "The provider accepts more calls after a short wait.",
    fixUrl: USAGE_AND_BILLING,
  },
  quota_hours: {
    status: 429,
    title: "Your key's quota is used up for longer than a minute",
    detail: "The provider named a time that is too long to wait for. Go on when it has passed.",
    fixUrl: USAGE_AND_BILLING,
  },
  quota_day: {
    status: 429,
    title: "Your key's quota for today is used up",
    detail: "It comes back tomorrow; with billing enabled it is higher.",
    fixUrl: USAGE_AND_BILLING,
  },
  model_closed: {
    status: 409,
    title: "Google has closed this model to your key",
    detail: "Choose another model of your key, and go on with it.",
    fixUrl: "https://ai.google.dev/gemini-api/docs/deprecations",
  },
  model_unavailable: {
    status: 409,
    title: "The model is not known to Google, or not to your key",
    detail: "Your key does not list it. Choose another of its models, and go on with that one.",
    fixUrl: "https://ai.google.dev/gemini-api/docs/models",
  },
  model_dearer: {
    status: 409,
    title: "The model is gone, and only dearer ones are left",
    detail: "Nothing more is spent until you have chosen the model that goes on.",
    fixUrl: "/settings#preferences",
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
    fixUrl: "https://aistudio.google.com/status",
  },
  provider_unreachable: {
    status: 503,
    title: "The provider could not be reached",
    detail: "The connection failed or took too long. Try again.",
  },
  gateway_refused: {
    status: 502,
    title: "Something between this server and the provider refused the call",
    detail:
      "The answer was a web page of a gateway, not the provider's own: it says nothing of your key. Try again, or ask whoever runs this network; a check of the key shows whether the way is free.",
    fixUrl: KEYS_PAGE,
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
    detail: "It was not in the agreed form, also at the third try. Try again.",
  },
  reply_too_long: {
    status: 502,
    title: "The model stopped at its length limit",
    detail: "Ask for fewer words.",
  },
  thoughts_too_long: {
    status: 502,
    title: "The model used up its length limit with thinking",
    detail: "It left no room for words, also when it was given more. Choose another model.",
    fixUrl: "/settings#preferences",
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
