import "server-only";
import { z } from "zod";
import type { UserId } from "../../auth/user-id";
import { AppError } from "../../errors";
import type { EmitWork } from "../../http/schema";
import type { ToolDeclaration } from "../../providers/gemini-turns";
import type { Page } from "../schema";
import type { NewSuggestion } from "../suggestions/new-suggestion";
import { declareArguments } from "./declare-arguments";

/** For whom an action is done, from which page, and where it reports. */
export type Setting = { user: UserId; page: Page; emit: EmitWork; signal: AbortSignal };

/** Texts that an answer is given from, in a call that has no tools. */
export type Texts = {
  /** `cited`: every sentence must cite one of them. */
  kind: "cited" | "plain";
  topic: string;
  question: string;
  passages: readonly { id: string; sourceId: string; text: string }[];
  sources: readonly { id: string; title: string; url: string | null }[];
};

/** What came of an action. `told` is what the model hears: ids, numbers, headings, no text of a page. */
export type Outcome = {
  told: Record<string, unknown>;
  texts?: Texts;
  suggestions?: NewSuggestion[];
  link?: { href: string; label: string };
};

/** What will be done: the arguments complete, a line that says it, and the most that it may cost. */
export type Plan<Args> = { args: Args; title: string; priceUsd: number | null };

type Definition<Shape extends z.ZodRawShape, Args> = {
  name: string;
  description: string;
  args: z.ZodObject<Shape, z.core.$strict> & z.ZodType<Args>;
  /** It publishes, deletes, spends or changes what no suggestion shows: only a click does it. */
  needsClick?: boolean;
  /** Checks and completes the arguments, and finds the price; without it the action is free. */
  plan?: (setting: Setting, args: Args) => Promise<Plan<Args>>;
  run: (setting: Setting, args: Args) => Promise<Outcome>;
};

/** A tool of the assistant: a thin call of the verb that a button calls. */
export type Action = {
  name: string;
  declaration: ToolDeclaration;
  needsClick: boolean;
  plan: (setting: Setting, args: unknown) => Promise<Plan<Record<string, unknown>>>;
  run: (setting: Setting, args: unknown) => Promise<Outcome>;
};

/** Makes an action whose arguments are checked each time, wherever they come from. */
export function defineAction<Shape extends z.ZodRawShape, Args extends Record<string, unknown>>(
  definition: Definition<Shape, Args>,
): Action {
  const { name, description, args: schema, needsClick = false, plan, run } = definition;
  const parse = (value: unknown): Args => {
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    const fields = parsed.error.issues.map(({ path, message }) => {
      return { field: path.map(String).join(".") || "arguments", message };
    });
    const detail = fields.map(({ field, message }) => `${field}: ${message}`).join(" ");
    throw new AppError("invalid", { fields, detail });
  };
  return {
    name,
    declaration: { name, description, parameters: declareArguments(schema) },
    needsClick,
    plan: async (setting, value) => {
      const args = parse(value);
      return plan ? plan(setting, args) : { args, title: description, priceUsd: 0 };
    },
    run: async (setting, value) => dropUnchanged(await run(setting, parse(value))),
  };
}

/** Nobody is asked to accept what is there already. */
function dropUnchanged({ suggestions = [], ...outcome }: Outcome): Outcome {
  const changing = suggestions.filter(({ shown }) =>
    shown.some(({ before, after }) => before.trim() !== after.trim()),
  );
  if (changing.length > 0 || suggestions.length === 0) return { ...outcome, suggestions: changing };
  return { ...outcome, told: { ...outcome.told, status: "nothing to change" } };
}

/** No arguments at all. */
export const NO_ARGUMENTS = z.strictObject({});
