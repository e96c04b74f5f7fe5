/** Why a value is not certain though something speaks for it, or why nothing does. */
export type Doubt = "rounded" | "bounded" | "inferred" | "page itself" | "nowhere";
/** How a passage contradicts a sentence. */
export type Clash =
  | "value"
  | "absent"
  | "unit"
  | "bound"
  | "period"
  | "subject"
  | "wording"
  | "word"
  | "denial";
/** What passages say of a fact of a sentence; `says` are their words. */
export type Finding =
  | { is: "found" }
  | { is: "doubtful"; why: Doubt }
  | { is: "refuted"; why: Clash; says: string };

export const FOUND: Finding = { is: "found" };
export const doubt = (why: Doubt): Finding => ({ is: "doubtful", why });
export const clash = (why: Clash, says = ""): Finding => ({ is: "refuted", why, says });
