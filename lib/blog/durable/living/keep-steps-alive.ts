import "server-only";
import { asKeeper } from "../../../db/as-keeper";
import { PACES } from "../../../limits/paces";
import { log } from "../../../logs/log";
import { shareInProcess } from "../../../process/share-in-process";
import { abortStep, type LivingStep, listVouched, livingSteps } from "./living-steps";

const ENDED = `
  SELECT given.id FROM unnest($1::uuid[]) AS given (id)
  WHERE NOT EXISTS (SELECT 1 FROM posts p WHERE p.id = given.id AND p.status = 'running')`;
const BEAT_STEPS = `
  UPDATE post_checkpoints SET heartbeat_at = now()
  WHERE post_id = ANY($1::uuid[]) AND owner = ANY($2::uuid[]) RETURNING owner`;
const BEAT_POSTS = `
  UPDATE posts SET heartbeat_at = greatest(heartbeat_at, now()) WHERE id = ANY($1::uuid[]) AND status = 'running'`;

const keeper = shareInProcess("step-keeper", (): { timer?: NodeJS.Timeout; looks: number } => ({
  looks: 0,
}));

/**
 * Keeps the steps of this process while there are any: aborts those whose run was stopped anywhere,
 * and those that another process has taken over; says of the others that they are alive, and of the
 * runs whose next step this process waits for.
 */
export function keepStepsAlive(): void {
  if (keeper.timer) return;
  keeper.timer = setTimeout(async () => {
    await look().catch((error: unknown) => log.warn({ err: error }, "Runs could not be looked at"));
    delete keeper.timer;
    if (livingSteps.size > 0 || listVouched().length > 0) keepStepsAlive();
  }, PACES.livingStepsLookMs);
}

async function look(): Promise<void> {
  const steps = [...livingSteps];
  const beats = keeper.looks++ % PACES.livingStepsLooksPerBeat === 0;
  if (steps.length === 0 && !beats) return;
  const postIds = toArray([...new Set(steps.map(({ postId }) => postId))]);
  const owners = toArray(steps.map(({ claim }) => claim.owner));
  const [ended = [], alive = []] = await asKeeper([
    { text: ENDED, parameters: [postIds] },
    ...(beats
      ? [
          { text: BEAT_STEPS, parameters: [postIds, owners] },
          { text: BEAT_POSTS, parameters: [toArray(listVouched())] },
        ]
      : []),
  ]);
  const gone = new Set(ended.map((row) => String(row.id)));
  const ours = new Set(alive.map((row) => String(row.owner)));
  const isLost = ({ postId, claim }: LivingStep) =>
    gone.has(postId) || (beats && !ours.has(claim.owner));
  for (const step of steps) if (livingSteps.has(step) && isLost(step)) abortStep(step);
}

/** Ids as Postgres reads an array. */
function toArray(ids: string[]): string {
  return `{${ids.join(",")}}`;
}
