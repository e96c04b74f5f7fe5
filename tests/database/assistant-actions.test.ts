import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ACTIONS } from "@/lib/copilot/actions/registry";
import { decideAction } from "@/lib/copilot/confirmations/decide-action";
import { ESTIMATED_ACTIONS } from "@/lib/copilot/schema";
import { decideSuggestion } from "@/lib/copilot/suggestions/decide-suggestion";
import { getThread } from "@/lib/copilot/threads/get-thread";
import { LIMITS } from "@/lib/limits/registry";
import { ACTION_ROWS, type ActionRow } from "../world/assistant/action-rows";
import { askAssistant, resultsOf } from "../world/assistant/ask-assistant";
import { onLoopback, WORLDS, type World } from "../world/assistant/assistant-worlds";
import { readEffects } from "../world/assistant/read-effects";
import { setUpDatabase } from "../world/database/set-up-database";
import { makeResearchedPost } from "../world/posts/make-researched-post";
import { setUpSandbox } from "../world/servers/set-up-sandbox";
import { type FakeWordpress, startFakeWordpress } from "../world/sites/fake-wordpress";

const database = setUpDatabase();
setUpSandbox();
const signal = AbortSignal.timeout(600_000);
let site: FakeWordpress;
let foreign: { id: string };
beforeAll(async () => {
  site = await startFakeWordpress();
  ({ post: foreign } = await makeResearchedPost());
});
afterAll(() => site.close());

type Clicked = { name: string; priceUsd: number | null };

/** What the model has called in a new conversation, and what came of it. */
async function call({ user, page }: World, name: string, args: object = {}) {
  const threadId = randomUUID();
  const events = await askAssistant(user, `${name} ${JSON.stringify(args)}`, { threadId, page });
  const { actions, suggestions } = await getThread({ user, threadId });
  return { threadId, told: resultsOf(events)[name], action: actions[0], suggestions };
}

/** The model sends what is no argument, and a post of somebody else's. */
async function expectRefusals(world: World, name: string, { args, postless }: ActionRow) {
  const bad = [{ ...args, force: true }, ...(postless ? [] : [{ ...args, postId: foreign.id }])];
  const codes = [];
  for (const one of bad) {
    const { told, action, suggestions } = await call(world, name, one);
    expect([action, suggestions]).toEqual([undefined, []]);
    codes.push(told?.code);
  }
  expect(codes).toEqual(["invalid", "not_found"].slice(0, bad.length));
}

/** What was said to be the most that a call costs is no less than what was set aside for the dearest. */
async function expectPriced(
  since: Date,
  { user }: World,
  { name, priceUsd }: Clicked,
): Promise<void> {
  if (priceUsd === null || ESTIMATED_ACTIONS.includes(name)) return;
  const [row] = await database().sql`
    SELECT max(reserved_usd)::float8 AS usd FROM usage_events
    WHERE user_id = ${user} AND created_at >= ${since}`;
  expect(Number(row?.usd ?? 0), name).toBeLessThanOrEqual(priceUsd);
}

/** What is dear or acts waits for a click: refused it does nothing, confirmed it is done once. */
async function click(world: World, row: ActionRow, called: Awaited<ReturnType<typeof call>>) {
  const { user } = world;
  const { threadId, action } = called;
  if (!action) return called;
  expect(called.told).toMatchObject({ status: "waits for a click", actionId: action.id });
  expect(called.suggestions).toEqual([]);
  const confirm = () => decideAction(user, action.id, { decision: "confirm", signal });
  const [now] = await database().sql`SELECT clock_timestamp() AS now`;
  const done = await (row.world === "published" ? onLoopback(confirm) : confirm());
  expect(done).toMatchObject({ status: "done", problem: null });
  await expectPriced(now?.now, world, action);
  const { suggestions } = await getThread({ user, threadId });
  return { ...called, told: done.told, suggestions };
}

/** Accepting has its effect, and Undo brings back all that there was. */
async function expectAccepted(world: World, id: string, row: ActionRow): Promise<void> {
  const { user } = world;
  const before = await readEffects(world);
  await decideSuggestion(user, id, "accept");
  const after = await readEffects(world);
  expect(after).toEqual({ ...before, ...row.changes?.(before) });
  await decideSuggestion(user, id, "undo");
  const undone = await readEffects(world);
  // Taking a version back makes another one of the post; of a form nothing is left.
  const version = after.version === before.version ? before.version : after.version + 1;
  expect(undone).toEqual({ ...before, version });
}

async function tryAction(name: string, row: ActionRow): Promise<void> {
  const world = await WORLDS[row.world](site);
  const before = await readEffects(world);
  await expectRefusals(world, name, row);
  const first = await call(world, name, row.args);
  if (first.action) {
    const { id, priceUsd } = first.action;
    const dear = priceUsd === null || priceUsd > LIMITS.assistantFreeHandUsd;
    expect(dear || row.does === "acts").toBe(true);
    await decideAction(world.user, id, { decision: "refuse", signal });
  } else expect(row.does).not.toBe("acts");
  expect(await readEffects(world)).toEqual(before);
  const { told, suggestions } = await click(world, row, await call(world, name, row.args));
  expect(told).toMatchObject(row.told ?? {});
  if (row.does === "acts")
    expect(await readEffects(world)).toMatchObject(row.changes?.(before) ?? {});
  else expect(await readEffects(world)).toEqual(before);
  expect(suggestions.length > 0).toBe(row.does === "suggests");
  const [suggestion] = suggestions;
  if (suggestion) await expectAccepted(world, suggestion.id, row);
}

test("every action has its row, and every row its action", () => {
  expect(Object.keys(ACTION_ROWS).sort()).toEqual(ACTIONS.map(({ name }) => name).sort());
});

test.each(Object.entries(ACTION_ROWS))(
  "%s is refused what is wrong, and does what it says once its user lets it",
  tryAction,
);
