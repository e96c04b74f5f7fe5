import type { RunProblem } from "@/lib/blog/events/schema";
import { errorRow, isErrorCode } from "@/lib/errors";

/** A run has no request id that its owner could quote. */
const INTERNAL = "Nothing was lost. Try again; if it happens again, tell whoever runs this site.";

/** The words of a problem: the provider it is about, and its row of the error table. */
export function explainProblem(problem: RunProblem | null, names: Record<string, string>) {
  const code = problem && isErrorCode(problem.code) ? problem.code : "internal";
  const row = errorRow(code);
  const name = problem?.provider ? (names[problem.provider] ?? problem.provider) : undefined;
  return {
    ...row,
    detail: code === "internal" ? INTERNAL : (problem?.detail ?? row.detail),
    title: name && !mentions(row.title, name) ? `${name}: ${lowerFirst(row.title)}` : row.title,
  };
}

/** What the link to where a problem is mended says; undefined leaves the words to the link. */
export function nameFix(url: string): string | undefined {
  if (url.startsWith("/onboarding/api-keys")) return "Open API keys";
  if (url.startsWith("/usage")) return "Open usage";
  if (url.startsWith("/settings")) return "Open settings";
  return url.startsWith("/sign-in") ? "Sign in" : undefined;
}

/** True when a title already says whom it is about: "Your Exa account…" of Exa. */
function mentions(title: string, name: string): boolean {
  return name.split(" ").some((word) => title.includes(word));
}

function lowerFirst(text: string): string {
  return /^(The|Your|A|Some|No) /.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
