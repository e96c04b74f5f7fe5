import type { GeminiScenario } from "../scenario/registry";

export type GeminiError = { code: number; message: string; status: string; details?: object[] };

/** What a message may mention. `seconds` is the rest of the quota's minute. */
export type ErrorFacts = { key: string; model: string; seconds: number };

/** How long a minute's quota asks to wait, unless a scenario says otherwise; as seen from the real API. */
export const QUOTA_WAIT_SECONDS = 34.4;

const SERVICE = "generativelanguage.googleapis.com";
const PROJECT = "projects/1234567890";
const QUOTA_MESSAGE =
  "You exceeded your current quota, please check your plan and billing details. For more information on this error, head to: https://ai.google.dev/gemini-api/docs/rate-limits.";

/** Errors of the key itself: every method answers with them. Messages as seen from the real API. */
export const KEY_ERRORS = {
  bad: () => invalidKey("API key not valid. Please pass a valid API key."),
  expired: () => invalidKey("API key expired. Please renew the API key."),
  "notfound-key": () => invalidKey("API Key not found. Please pass a valid API key."),
  leaked: () => denied("Your API key was reported as leaked. Please use another API key."),
  disabled: () =>
    denied(
      `Generative Language API has not been used in project 1234567890 before or it is disabled. Enable it by visiting https://console.developers.google.com/apis/api/${SERVICE}/overview?project=1234567890 then retry.`,
      "SERVICE_DISABLED",
      {
        consumer: PROJECT,
        activationUrl: `https://console.developers.google.com/apis/api/${SERVICE}/overview?project=1234567890`,
      },
    ),
  restricted: () =>
    denied(
      `Requests to this API ${SERVICE} method google.ai.generativelanguage.v1beta.GenerativeService.GenerateContent are blocked.`,
      "API_KEY_SERVICE_BLOCKED",
      { consumer: PROJECT },
    ),
  referrer: () =>
    denied("Requests from referer <empty> are blocked.", "API_KEY_HTTP_REFERRER_BLOCKED", {
      consumer: PROJECT,
      httpReferrer: "<empty>",
    }),
  ip: () =>
    denied(
      "The provided API key has an IP address restriction. The originating IP address of the call (203.0.113.7) violates this restriction.",
      "API_KEY_IP_ADDRESS_BLOCKED",
      { consumer: PROJECT },
    ),
  suspended: ({ key }: ErrorFacts) =>
    denied(
      `Permission denied: Consumer 'api_key:${key}' has been suspended.`,
      "CONSUMER_SUSPENDED",
      { consumer: PROJECT, containerInfo: `api_key:${key}` },
    ),
} as const satisfies Partial<Record<GeminiScenario, (facts: ErrorFacts) => GeminiError>>;

/** Keys that may list models and not use them: counting tokens and writing are refused. */
export const WRITE_ERRORS = {
  "list-only": () =>
    denied("The caller does not have permission to use this model.", "IAM_PERMISSION_DENIED"),
  "token-type": () => ({
    code: 401,
    message:
      "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.",
    status: "UNAUTHENTICATED",
    details: [errorInfo("ACCESS_TOKEN_TYPE_UNSUPPORTED", {})],
  }),
  "project-denied": () => denied("Your project has been denied access. Please contact support."),
} as const satisfies Partial<Record<GeminiScenario, (facts: ErrorFacts) => GeminiError>>;

/** Errors of one call: the models probe passes. */
export const CALL_ERRORS = {
  prepaid: () => ({
    code: 429,
    message:
      "Your prepayment credits are depleted. Please go to AI Studio at https://ai.studio/projects to manage your project and billing.",
    status: "RESOURCE_EXHAUSTED",
  }),
  "spend-cap": () => ({
    code: 429,
    message:
      "Your project has exceeded its monthly spending cap. Please go to AI Studio at https://ai.studio/spend to manage your project spend cap.",
    status: "RESOURCE_EXHAUSTED",
  }),
  "quota-none": ({ model }: ErrorFacts) => {
    const id = "GenerateRequestsPerMinutePerProjectPerModel-FreeTier";
    const { message, ...exceeded } = exhausted(quotaFailure(model, id, "0"));
    const limit = `* Quota exceeded for metric: ${SERVICE}/generate_content_free_tier_requests, limit: 0, model: ${model}`;
    return { ...exceeded, message: `${message}\n${limit}\nPlease retry in 20.04s.` };
  },
  "quota-hours": ({ model }: ErrorFacts) => ({
    ...exhausted(quotaFailure(model, "GenerateContentInputTokensPerModel-FreeTier", "1000000")),
    details: [{ "@type": "type.googleapis.com/google.rpc.RetryInfo", retryDelay: "13456s" }],
  }),
  billing: () =>
    precondition(
      "Gemini API free tier is not available in your country. Please enable billing on your project in Google AI Studio.",
    ),
  country: () => precondition("User location is not supported for the API use."),
  model404: ({ model }: ErrorFacts) => unknownModel(model),
  "quota-minute": ({ model, seconds }: ErrorFacts) => ({
    ...exhausted(quotaFailure(model, "GenerateRequestsPerMinutePerProjectPerModel-FreeTier", "10")),
    message: `${QUOTA_MESSAGE}\nPlease retry in ${seconds}s.`,
    details: [
      quotaFailure(model, "GenerateRequestsPerMinutePerProjectPerModel-FreeTier", "10"),
      { "@type": "type.googleapis.com/google.rpc.RetryInfo", retryDelay: `${seconds}s` },
    ],
  }),
  "quota-day": ({ model }: ErrorFacts) =>
    exhausted(quotaFailure(model, "GenerateRequestsPerDayPerProjectPerModel-FreeTier", "250")),
  "quota-bare": () => ({
    code: 429,
    message: "Resource has been exhausted (e.g. check quota).",
    status: "RESOURCE_EXHAUSTED",
  }),
  error500: () => internalError(),
  overloaded: () => ({
    code: 503,
    message: "The model is overloaded. Please try again later.",
    status: "UNAVAILABLE",
  }),
  deadline: () => ({
    code: 504,
    message: "The service was unable to finish processing within the deadline.",
    status: "DEADLINE_EXCEEDED",
  }),
} as const satisfies Partial<Record<GeminiScenario, (facts: ErrorFacts) => GeminiError>>;

export function internalError(): GeminiError {
  const message =
    "An internal error has occurred. Please retry or report in https://developers.generativeai.google/guide/troubleshooting";
  return { code: 500, message, status: "INTERNAL" };
}

export function unknownModel(model: string): GeminiError {
  const message = `models/${model} is not found for API version v1beta, or is not supported for generateContent. Call ListModels to see the list of available models and their supported methods.`;
  return { code: 404, message, status: "NOT_FOUND" };
}

/** A model that is listed, and closed to keys that have not used it before. */
export function closedModel(model: string): GeminiError {
  const message = `This model models/${model} is no longer available to new users. Please update your code to use a newer model for the latest features and improvements.`;
  return { code: 404, message, status: "NOT_FOUND" };
}

export function invalidArgument(message: string): GeminiError {
  return { code: 400, message, status: "INVALID_ARGUMENT" };
}

/** No key at all. */
export function missingKey(): GeminiError {
  return denied(
    "Method doesn't allow unregistered callers (callers without established identity). Please use API Key or other form of API consumer identity to call this API.",
  );
}

function invalidKey(message: string): GeminiError {
  const localized = { "@type": "type.googleapis.com/google.rpc.LocalizedMessage", locale: "en-US" };
  const details = [errorInfo("API_KEY_INVALID", {}), { ...localized, message }];
  return { code: 400, message, status: "INVALID_ARGUMENT", details };
}

function denied(
  message: string,
  reason?: string,
  metadata: Record<string, string> = {},
): GeminiError {
  const base = { code: 403, message, status: "PERMISSION_DENIED" };
  return reason ? { ...base, details: [errorInfo(reason, metadata)] } : base;
}

function precondition(message: string): GeminiError {
  return { code: 400, message, status: "FAILED_PRECONDITION" };
}

function exhausted(failure: object): GeminiError {
  const help = {
    "@type": "type.googleapis.com/google.rpc.Help",
    links: [
      {
        description: "Learn more about Gemini API quotas",
        url: "https://ai.google.dev/gemini-api/docs/rate-limits",
      },
    ],
  };
  return {
    code: 429,
    message: QUOTA_MESSAGE,
    status: "RESOURCE_EXHAUSTED",
    details: [failure, help],
  };
}

function quotaFailure(model: string, quotaId: string, quotaValue: string): object {
  const quotaMetric = `${SERVICE}/generate_content_free_tier_requests`;
  const quotaDimensions = { location: "global", model };
  return {
    "@type": "type.googleapis.com/google.rpc.QuotaFailure",
    violations: [{ quotaMetric, quotaId, quotaDimensions, quotaValue }],
  };
}

function errorInfo(reason: string, metadata: Record<string, string>): object {
  return {
    "@type": "type.googleapis.com/google.rpc.ErrorInfo",
    reason,
    domain: "googleapis.com",
    metadata: { service: SERVICE, ...metadata },
  };
}
