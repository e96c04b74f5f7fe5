import { setTimeout as pause } from "node:timers/promises";
import { expect } from "vitest";
import type { Post, PostDocument } from "@/lib/blog/schema";
import type { TestDatabase } from "../database/create-database";
import { reportFigure } from "../report-figure";
import { FULL, scaled } from "../scale";
import type { Tester } from "../tester";
import { waitUntil } from "../wait-until";
import type { App } from "./start-app";

const BODY = { topic: "Caching in Next.js", wordCount: 400 };
/** A run of some ten seconds. */
export const SCENARIO = "ttft:150+slow:25";
/** Runs that each kill cuts short together. */
const RUNS_A_KILL = 2;

/** Where servers are killed: one address, one database. */
export type Place = {
  start: () => Promise<App>;
  database: TestDatabase;
  close: () => Promise<void>;
};
export type Call = Tester["call"];

/** Asked for once a second: a user may make 200 requests a minute. */
async function getPost(call: Call, id: string): Promise<Post> {
  await pause(1_000);
  return (await call("GET", `/api/blog/posts/${id}`)).json();
}

/** The document without what a repeated step costs, and the number that tells its address from another post's. */
function comparable({ cost: _, seo, ...document }: PostDocument): object {
  return { ...document, seo: { ...seo, slug: seo?.slug.replace(/-\d+$/, "") } };
}

/** Steps that are over, and how many calls of providers each has made. */
async function readSteps({ sql }: TestDatabase, id: string): Promise<Map<string, number>> {
  const rows = await sql`
    SELECT c.step, count(u.id)::int AS calls FROM post_checkpoints c
    LEFT JOIN usage_events u ON u.post_id = c.post_id
      AND (u.step = c.step OR (u.step = replace(c.step, 'written:', 'section:') AND u.operation = 'section'))
    WHERE c.post_id = ${id} AND c.finished_at IS NOT NULL GROUP BY c.step`;
  return new Map(rows.map((row) => [String(row.step), Number(row.calls)]));
}

/** What was killed, what came of it, and how many calls of finished steps were made again. */
export type Counted = { kills: number; runs: number; finished: number; repeated: number };

/** Kills a server at a random moment of two runs, starts it again, and looks how they end. */
async function killOnce(
  place: Place,
  testers: { call: Call }[],
  plain: PostDocument,
): Promise<Counted> {
  const doomed = await place.start();
  const ids = await Promise.all(
    testers.map(async ({ call }) => {
      const answer = await call("POST", "/api/blog/generate", BODY);
      expect(answer.status).toBe(202);
      const { id }: { id: string } = await answer.json();
      return id;
    }),
  );
  await pause(Math.random() * 9_000);
  await doomed.stop();
  const before = await Promise.all(ids.map((id) => readSteps(place.database, id)));
  const restarted = await place.start();
  let [finished, repeated] = [0, 0];
  for (const [index, id] of ids.entries()) {
    const call = testers[index]?.call;
    if (!call) continue;
    await waitUntil(
      "the end of a run",
      async () => !/queued|running/.test((await getPost(call, id)).status),
    );
    const post = await getPost(call, id);
    expect(post).toMatchObject({ status: "ready" });
    expect(comparable(post.document)).toEqual(comparable(plain));
    const after = await readSteps(place.database, id);
    for (const [step, calls] of before[index] ?? []) {
      finished += 1;
      repeated += (after.get(step) ?? 0) - calls;
    }
    const [pending] = await place.database.sql`
      SELECT count(*)::int AS rows FROM usage_events WHERE post_id = ${id} AND status = 'pending'`;
    expect(pending?.rows).toBe(0);
  }
  await restarted.stop();
  return { kills: 1, runs: ids.length, finished, repeated };
}

/** Kills servers in the middle of runs, and compares each post with one that nothing disturbed. */
export async function killOften(
  place: Place,
  makeCall: () => Promise<{ call: Call }>,
): Promise<Counted> {
  const whole = await place.start();
  const undisturbed = await makeCall();
  const answer = await undisturbed.call("POST", "/api/blog/generate", BODY, { prefer: "wait=240" });
  const plain: Post = await answer.json();
  expect(plain).toMatchObject({ status: "ready" });
  const testers = await Promise.all(Array.from({ length: RUNS_A_KILL }, makeCall));
  await whole.stop();
  const sum: Counted = { kills: 0, runs: 0, finished: 0, repeated: 0 };
  for (let kill = 0; kill < (FULL ? scaled(25) : 1); kill += 1) {
    const counted = await killOnce(place, testers, plain.document);
    for (const key of ["kills", "runs", "finished", "repeated"] as const) sum[key] += counted[key];
  }
  return sum;
}

/** Reports what was counted. Fails when a call was made again. */
export function reportKills(world: string, { kills, runs, finished, repeated }: Counted): void {
  expect(repeated).toBe(0);
  reportFigure(
    `Server killed with -9 at random moments, ${world}`,
    `${kills} kills, ${runs} of ${runs} runs finished after the restart with the undisturbed document; ${finished} finished steps, ${repeated} of their calls repeated`,
  );
}
