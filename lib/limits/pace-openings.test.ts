import { expect, test } from "vitest";
import { mintUserId } from "../auth/user-id";
import { AppError } from "../errors";
import { paceOpenings } from "./pace-openings";
import { LIMITS } from "./registry";

const { atOnce, perSecond, waitSeconds } = LIMITS.streamOpenings;

test("a user opens a few streams at once, some more in turn, and is refused the rest; others are not", async () => {
  const [hasty, other] = [mintUserId("user_hasty"), mintUserId("user_other")];
  await Promise.all(Array.from({ length: atOnce }, () => paceOpenings(hasty)));
  const waiting = Array.from({ length: perSecond * waitSeconds - 1 }, () => paceOpenings(hasty));
  const refused: unknown[] = [];
  for (let at = 0; at < 40; at += 1)
    paceOpenings(hasty).catch((reason: unknown) => refused.push(reason));
  await paceOpenings(other);
  expect(refused.length).toBeGreaterThanOrEqual(30);
  for (const reason of refused) {
    expect(reason).toBeInstanceOf(AppError);
    expect(reason).toMatchObject({
      code: "rate_limited",
      context: { retryAfter: waitSeconds + 1 },
    });
  }
  await waiting[0];
});
