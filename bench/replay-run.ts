import { checkDirectly, type RecordedCall, searchDirectly, streamDirectly } from "./provider-calls";

type Replay = Parameters<typeof streamDirectly>[1];

/** The recorded calls of one run, in the order in which a run depends on them. */
export type RecordedRun = {
  plan: RecordedCall;
  searches: RecordedCall[];
  outline: RecordedCall;
  sections: RecordedCall[];
};

/** Sorts recorded calls into the stages of a run. */
export function sortCalls(calls: RecordedCall[]): RecordedRun {
  const streams = calls.filter(({ path }) => path.includes(":streamGenerateContent"));
  const [plan, outline, ...sections] = streams;
  if (!plan || !outline || sections.length === 0)
    throw new Error("The recorded run is not complete.");
  return { plan, outline, sections, searches: calls.filter(({ path }) => path === "/search") };
}

/** The same provider calls up to the first word of a section, made directly with the SDKs. */
export async function replayToFirstWord(run: RecordedRun, replay: Replay): Promise<void> {
  await replayPreparation(run, replay);
  const [first] = run.sections;
  if (first) await streamDirectly(first, replay, true);
}

/** The same provider calls to the end, sections three at a time. */
export async function replayWhole(run: RecordedRun, replay: Replay): Promise<void> {
  await replayPreparation(run, replay);
  const waiting = [...run.sections];
  const writer = async () => {
    for (let call = waiting.shift(); call; call = waiting.shift())
      await streamDirectly(call, replay);
  };
  await Promise.all([writer(), writer(), writer()]);
}

async function replayPreparation(run: RecordedRun, replay: Replay): Promise<void> {
  await checkDirectly(replay);
  await streamDirectly(run.plan, replay);
  await Promise.all(run.searches.map((call) => searchDirectly(call, replay)));
  await streamDirectly(run.outline, replay);
}
