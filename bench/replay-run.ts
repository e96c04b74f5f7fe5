import { checkDirectly, type RecordedCall, searchDirectly, streamDirectly } from "./provider-calls";

type Replay = Parameters<typeof streamDirectly>[1];

/** The recorded calls of one run, in the order in which a run depends on them. */
export type RecordedRun = {
  plan: RecordedCall;
  searches: RecordedCall[];
  outline: RecordedCall;
  sections: RecordedCall[];
  /** The structured calls that judge and mend what the sections claim. */
  checks: RecordedCall[];
  seo: RecordedCall;
};

/** Sorts recorded calls into the stages of a run. */
export function sortCalls(calls: RecordedCall[]): RecordedRun {
  const streams = calls.filter(({ path }) => path.includes(":streamGenerateContent"));
  const sections = streams.filter(({ body }) => !body.includes('"responseSchema"'));
  const [plan, outline, ...rest] = streams.filter((call) => !sections.includes(call));
  const seo = rest.pop();
  if (!plan || !outline || !seo || sections.length === 0)
    throw new Error("The recorded run is not complete.");
  const searches = calls.filter(({ path }) => path === "/search");
  return { plan, outline, sections, checks: rest, seo, searches };
}

/** The same provider calls up to the first word of a section, made directly with the SDKs. */
export async function replayToFirstWord(run: RecordedRun, replay: Replay): Promise<void> {
  await replayPreparation(run, replay);
  const [first] = run.sections;
  if (first) await streamDirectly(first, replay, true);
}

/** The same provider calls to the end, sections three at a time, each with its share of the checks. */
export async function replayWhole(run: RecordedRun, replay: Replay): Promise<void> {
  await replayPreparation(run, replay);
  const waiting = [...run.sections];
  const checks = [...run.checks];
  const writer = async () => {
    for (let call = waiting.shift(); call; call = waiting.shift()) {
      await streamDirectly(call, replay);
      const share = checks.splice(0, Math.ceil(checks.length / (waiting.length + 1)));
      for (const check of share) await streamDirectly(check, replay);
    }
  };
  await Promise.all([writer(), writer(), writer()]);
  await streamDirectly(run.seo, replay);
}

async function replayPreparation(run: RecordedRun, replay: Replay): Promise<void> {
  await checkDirectly(replay);
  await streamDirectly(run.plan, replay);
  await Promise.all(run.searches.map((call) => searchDirectly(call, replay)));
  await streamDirectly(run.outline, replay);
}
