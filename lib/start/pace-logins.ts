import "server-only";
import { toProblemBody } from "../http/problem";
import { listLogins } from "../limits/list-logins";
import { type Dues, takeTurn } from "../limits/pace";
import { LIMITS } from "../limits/registry";
import { answerRaw, onRequest } from "./on-request";

/** The framework's own files, which cost next to nothing. */
const FILES = /^\/+_next\/static\//;

/**
 * Lets the requests of one login reach the framework at an even pace: a page's at once, a flood's one
 * after the other, so that those of others come in between. A new map for each server that is started.
 */
export function paceLogins(): void {
  const dues: Dues = new Map();
  onRequest(({ url = "/", headers: { authorization, cookie } }, response) => {
    const logins = FILES.test(url) ? [] : listLogins({ authorization, cookie });
    if (logins.length === 0) return false;
    const turn = takeTurn(dues, logins, LIMITS.loginPace);
    if ("waitMs" in turn) {
      const { waitMs } = turn;
      return waitMs > 0 ? { hold: (goOn) => void setTimeout(goOn, waitMs) } : false;
    }
    const retryAfter = String(turn.retryAfterSeconds);
    answerRaw(response, toProblemBody("rate_limited"), { "retry-after": retryAfter });
    return true;
  });
}
