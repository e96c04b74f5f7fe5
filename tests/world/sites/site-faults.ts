import type { IncomingMessage } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { type FakeAnswer, toText } from "./start-fake-site";

/**
 * What happens to one write: `cuts`, `revoked` and `fails` do nothing, `fails-after`, `vanishes` and
 * `breaks-off` do it and do not say so, or only the first half of it, `is-slow` does it after `slowMs`,
 * `notices` does it and prints what PHP prints before it says so, `answers-nonsense` and a redirect are
 * not what was asked for.
 */
export type Fault =
  | "cuts"
  | "revoked"
  | "notices"
  | "fails"
  | "fails-after"
  | "vanishes"
  | "breaks-off"
  | "is-slow"
  | "answers-nonsense"
  | { redirectTo: string };
/** The faults that the next writes of a site meet, in order. */
export type Faults = {
  next: (...faults: Fault[]) => void;
  /** Those that no write has met are forgotten. */
  forget: () => void;
  slowMs: number;
  answer: (
    request: IncomingMessage,
    work: () => FakeAnswer | Promise<FakeAnswer>,
  ) => Promise<FakeAnswer>;
};

const NOTICE = '<br />\n<b>Deprecated</b>: Function x in y.php on line 3 {"is"}<br />\n';

/** Plans the faults of one site. Reads meet none. */
export function openFaults(): Faults {
  const waiting: Fault[] = [];
  const faults: Faults = {
    slowMs: 400,
    next: (...more) => waiting.push(...more),
    forget: () => {
      waiting.length = 0;
    },
    answer: async (request, work) => {
      const fault = request.method === "GET" ? undefined : waiting.shift();
      if (fault === undefined) return work();
      if (fault === "revoked") return { status: 401, body: { code: "rest_not_logged_in" } };
      if (fault === "cuts") request.socket.destroy();
      if (fault === "fails" || fault === "cuts")
        return { status: 503, body: "Service unavailable" };
      if (typeof fault === "object")
        return { status: 307, headers: { location: fault.redirectTo }, body: "" };
      if (fault === "is-slow") await pause(faults.slowMs);
      const answer = await work();
      if (fault === "notices") return { ...answer, body: `${NOTICE}${toText(answer)}` };
      if (fault === "breaks-off") return { ...answer, breaksOff: true };
      if (fault === "vanishes") request.socket.destroy();
      if (fault === "fails-after") return { status: 500, body: "Internal server error" };
      if (fault === "answers-nonsense") return { status: 200, body: "<h1>Welcome</h1>" };
      return answer;
    },
  };
  return faults;
}
