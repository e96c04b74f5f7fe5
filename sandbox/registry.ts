/** Scenarios every provider offers: pacing, and when the other scenarios of the key apply. */
const SHARED_SCENARIOS = {
  ok: "answers as the provider does on a good day",
  after: "after:N — the first N calls are fine, the rest of the key applies from then on",
  times: "times:N — the rest of the key applies to N calls only, then all is fine",
  slow: "slow:MS — Gemini: delay between chunks; Exa: delay before the answer",
  silent: "silent:S — accepts the request, sends nothing for S seconds (30), then answers",
  html502: "a gateway's HTML page with status 502",
  error500: "500 from the provider itself",
  flaky: "flaky:N — the first N calls (1) fail (Gemini 503, Exa 500), then all is fine",
} as const satisfies Record<string, string>;

/** What a Gemini key may begin with; parameters follow a colon, scenarios are chained with "+". */
export const GEMINI_SCENARIOS = {
  ...SHARED_SCENARIOS,
  bad: "400 API_KEY_INVALID, key not valid (so does every key that is not listed here)",
  expired: "400 API_KEY_INVALID, key expired",
  "notfound-key": "400 API_KEY_INVALID, key not found",
  leaked: "403 PERMISSION_DENIED, key reported as leaked",
  disabled: "403 SERVICE_DISABLED, API not enabled in the project",
  restricted: "403 API_KEY_SERVICE_BLOCKED, key restricted to other APIs",
  referrer: "403 API_KEY_HTTP_REFERRER_BLOCKED, key restricted to web pages",
  ip: "403 API_KEY_IP_ADDRESS_BLOCKED, key restricted to other addresses",
  suspended: "403 CONSUMER_SUSPENDED, with the whole key in message and metadata",
  billing: "400 FAILED_PRECONDITION when generating, free tier not available without billing",
  country: "400 FAILED_PRECONDITION when generating, location not supported",
  model404: "404 NOT_FOUND when generating, as text/event-stream",
  "quota-minute": "quota-minute:S — 429 PerMinute until S seconds (34.4) after the first refusal",
  "quota-day": "429 PerDay",
  "quota-bare": "429 without details",
  overloaded: "503 UNAVAILABLE",
  deadline: "504 DEADLINE_EXCEEDED",
  "reject-later":
    "reject-later:N — N calls (1) are fine, then the key is revoked (API_KEY_INVALID)",
  prose: "the rest of the key applies only to calls that ask for prose",
  json: "the rest of the key applies only to calls that ask for JSON",
  ttft: "ttft:MS — time to the first token",
  split: "stream: every byte is its own write, frames end with CRLF CRLF",
  midstream: "midstream:N — stream: an error frame after N chunks (half of them)",
  cut: "cut:N — stream: socket destroyed inside a frame after N chunks (1)",
  nofinish: "stream: clean end without finishReason",
  badjson: "stream: clean end in the middle of a frame's JSON",
  wrongtype: "200 with a text/html page, as from a captive portal",
  "blocked-prompt": "promptFeedback.blockReason and no candidates",
  safety: "finishReason SAFETY, that candidate is empty",
  recitation: "finishReason RECITATION, that candidate is empty",
  "max-tokens": "finishReason MAX_TOKENS halfway",
  "malformed-call": "finishReason MALFORMED_FUNCTION_CALL where a tool would be called",
  empty: "200 and finishReason STOP, without a word",
  "off-schema": "JSON calls are answered with prose",
  hostile: "the writer cites unknown ids and writes URLs, images, HTML, wrong numbers and quotes",
  "probe-slow": "probe-slow:MS — GET /v1beta/models takes that long",
  "probe-500": "GET /v1beta/models fails with 500",
  "probe-timeout": "GET /v1beta/models never answers",
} as const satisfies Record<string, string>;

/** What an Exa key may begin with. */
export const EXA_SCENARIOS = {
  ...SHARED_SCENARIOS,
  bad: "401 INVALID_API_KEY (so does every key that is not listed here)",
  "no-credits": "402 NO_MORE_CREDITS",
  nocredits: "402 NO_MORE_CREDITS",
  budget: "402 API_KEY_BUDGET_EXCEEDED",
  "team-budget": "402 TEAM_BUDGET_EXCEEDED",
  forbidden: "403 ACCESS_DENIED",
  invalid: "422 UNPROCESSABLE_ENTITY",
  quota: "429, bare",
  "reject-later": "reject-later:N — N calls (1) are fine, then the key is revoked (401)",
  empty: "200 with no results",
  redirect: "302 to another origin on loopback, which logs the key it was sent",
  nocost: "costDollars is absent",
  "hostile-pages":
    "hostile-pages:N — the Nth hostile text, or a mixture: pages hold instructions, raw URLs, markup and zero-width characters",
} as const satisfies Record<string, string>;

export type GeminiScenario = keyof typeof GEMINI_SCENARIOS;
export type ExaScenario = keyof typeof EXA_SCENARIOS;
