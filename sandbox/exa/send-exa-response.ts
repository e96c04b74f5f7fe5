import type { z } from "zod";
import type { ProviderExchange } from "../http/exchange";
import { sendJson } from "../http/send-json";
import type { Chain } from "../scenario/parse-scenario";
import type { ExaScenario } from "../scenario/registry";
import { answerQuestion } from "./answer-question";
import { findSimilar } from "./find-similar";
import type { ExaCost } from "./price-request";
import { readContents } from "./read-contents";
import type { ExaResult } from "./render-result";
import { AnswerBody, ContentsBody, SearchBody, SimilarBody } from "./schema";
import { searchPages } from "./search-pages";
import { sendExaError } from "./send-exa-error";
import { addBadRows, spoilResults } from "./spoil-results";
import { streamAnswer } from "./stream-answer";

const LEGACY = "Some results were left out: their sites do not allow it.";
const SLOWER = "Answers may be slower than usual today.";

type Asked = { requestId: string; body: unknown };
type ExaPayload = { results?: ExaResult[]; costDollars: ExaCost };

/** Does the work of the path and sends it, changed as the key's scenario says. */
export function sendExaResponse(
  exchange: ProviderExchange,
  chain: Chain<ExaScenario> | null,
  { requestId, body }: Asked,
): void {
  const done = handlePath(exchange, body);
  if ("issues" in done) {
    const error = `Invalid request body | Validation error: ${done.issues}`;
    sendExaError(exchange, requestId, { http: 400, tag: "INVALID_REQUEST_BODY", error });
    return;
  }
  const { costDollars, ...payload } = applyScenario(done.payload, chain);
  exchange.entry.costDollars = costDollars.total;
  const cost = chain?.has("nocost") ? {} : { costDollars };
  const response = { requestId, ...payload, ...cost };
  if (done.stream) streamAnswer(exchange, response);
  else sendJson(exchange, 200, response);
}

type Done =
  | { payload: ExaPayload & Record<string, unknown>; stream?: boolean }
  | { issues: string };

function handlePath({ url, state, entry }: ProviderExchange, body: unknown): Done {
  const { corpus } = state;
  const note = (query: string) => {
    entry.query = query.slice(0, 64 * 1024);
  };
  if (url.pathname === "/search") {
    return parseThen(SearchBody, body, (input) => {
      const unsupported = input.type === "lite" && findUnsupported(input);
      if (unsupported) return { issues: `${unsupported}: not supported by type lite` };
      note(input.query);
      const { query: _, contents: __, ...asked } = input;
      entry.search = asked;
      return { payload: searchPages(corpus, input) };
    });
  }
  if (url.pathname === "/contents") {
    return parseThen(ContentsBody, body, (input) => {
      note((input.urls ?? input.ids ?? []).join(" "));
      return { payload: readContents(corpus, input) };
    });
  }
  if (url.pathname === "/findSimilar") {
    return parseThen(SimilarBody, body, (input) => {
      note(input.url);
      return { payload: findSimilar(corpus, input) };
    });
  }
  return parseThen(AnswerBody, body, (input) => {
    note(input.query);
    return { payload: answerQuestion(corpus, input), stream: input.stream };
  });
}

/** `lite` answers from what Exa has stored: filters by date and kind are refused. */
function findUnsupported(input: z.infer<typeof SearchBody>): string | undefined {
  const { category, startPublishedDate, endPublishedDate, contents } = input;
  const asked = {
    category,
    startPublishedDate,
    endPublishedDate,
    highlights: contents?.highlights,
  };
  return Object.entries(asked).find(([, value]) => value !== undefined)?.[0];
}

function parseThen<Input>(
  schema: z.ZodType<Input>,
  body: unknown,
  answer: (input: Input) => Done,
): Done {
  const parsed = schema.safeParse(body);
  if (parsed.success) return answer(parsed.data);
  const issues = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  return { issues: issues.join("; ") };
}

function applyScenario(
  payload: ExaPayload & Record<string, unknown>,
  chain: Chain<ExaScenario> | null,
): { costDollars: ExaCost } & Record<string, unknown> {
  if (!payload.results) return payload;
  if (chain?.has("empty")) return { ...payload, results: [] };
  if (chain?.has("remarks"))
    return { ...payload, warnings: [LEGACY], notices: [{ message: SLOWER }] };
  if (chain?.has("bad-row")) return { ...payload, results: addBadRows(payload.results) };
  if (chain?.has("hostile-pages")) {
    const results = spoilResults(payload.results, chain.get("hostile-pages"));
    return { ...payload, results };
  }
  return payload;
}
