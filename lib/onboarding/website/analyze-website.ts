import "server-only";
import type { UserId } from "../../auth/user-id";
import type { Caller } from "../../calls/caller";
import { openCaller } from "../../calls/open-caller";
import type { EmitWork } from "../../http/schema";
import { describeStyle, type Sample } from "./describe-style";
import { readSite } from "./read-site";
import { saveAnalysis } from "./saved-analyses";
import type { AnalyzeBody, WebsiteProfile } from "./schema";

type Report = { emit: EmitWork; signal: AbortSignal; remember?: Caller["remember"] };

/**
 * Learns what a site, a text or a business sounds like with the user's own keys, and keeps the
 * result for reuse. Fields are sent as they arrive; `pages` says which pages were read.
 */
export async function analyzeWebsite(
  user: UserId,
  body: AnalyzeBody,
  { emit, signal, remember }: Report,
): Promise<{ profile: WebsiteProfile }> {
  let usd = 0;
  const report: EmitWork = (type, data) => {
    if (type === "cost" && "usd" in data) usd = data.usd;
    emit(type, data);
  };
  const caller = await openCaller(user, report, signal, remember);
  const total = "url" in body ? 2 : 1;
  const sample = await collect(caller, body, report);
  report("progress", { done: total - 1, total, label: "Describing how it sounds" });
  const profile = await describeStyle(caller, sample, (name, value) =>
    report("field", { name, value }),
  );
  report("progress", { done: total, total, label: "Done" });
  await saveAnalysis(user, { label: sample.topic, profile, usd });
  return { profile };
}

async function collect(caller: Caller, body: AnalyzeBody, emit: EmitWork): Promise<Sample> {
  if ("sample" in body)
    return { topic: "Your text", kind: "the text of one author", texts: [body.sample] };
  if ("business" in body) {
    const kind = "how a business like this should write, from its own description";
    return { topic: "Your business", kind, texts: [body.business] };
  }
  const { hostname } = new URL(body.url);
  emit("progress", { done: 0, total: 2, label: `Reading pages of ${hostname} through Exa` });
  const { pages, reports } = await readSite(caller, body);
  emit("field", { name: "pages", value: reports });
  const texts = pages.map(({ title, text }) => `${title}\n\n${text}`);
  return { topic: hostname, kind: "the texts of this website", texts };
}
