import type { ExaScenario } from "../scenario/registry";

export type ExaError = { http: number; tag?: string; error: string };

/** Bodies as Exa sends them, in the order in which a chain of scenarios is decided. */
export const EXA_ERRORS = {
  bad: { http: 401, tag: "INVALID_API_KEY", error: "Invalid API key" },
  "no-credits": noCredits(),
  nocredits: noCredits(),
  budget: {
    http: 402,
    tag: "API_KEY_BUDGET_EXCEEDED",
    error: "This API key has exceeded its budget. Raise the budget at https://dashboard.exa.ai.",
  },
  "team-budget": {
    http: 402,
    tag: "TEAM_BUDGET_EXCEEDED",
    error: "Your team has exceeded its budget. Raise it at https://dashboard.exa.ai.",
  },
  forbidden: { http: 403, tag: "ACCESS_DENIED", error: "You do not have access to this feature." },
  invalid: {
    http: 422,
    tag: "UNPROCESSABLE_ENTITY",
    error: "The request could not be processed. Check its parameters.",
  },
  // Exa's rate limiter answers before the API does: no tag, no requestId.
  quota: { http: 429, error: "rate limit exceeded" },
  error500: { http: 500, tag: "INTERNAL_ERROR", error: "An unexpected error occurred." },
} as const satisfies Partial<Record<ExaScenario, ExaError>>;

function noCredits(): ExaError {
  return {
    http: 402,
    tag: "NO_MORE_CREDITS",
    error: "You have exceeded your credits limit. Top up at https://dashboard.exa.ai.",
  };
}
