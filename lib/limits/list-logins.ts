import "server-only";
import { createHash } from "node:crypto";

/** The two headers that a login comes in. */
export type LoginHeaders = {
  authorization: string | null | undefined;
  cookie: string | null | undefined;
};

/** Every login that a request brings, verified or not, as hashes of the tokens: no token is kept. */
export function listLogins({ authorization, cookie }: LoginHeaders): string[] {
  const cookies = (cookie ?? "").split(/;\s*/).filter((part) => part.startsWith("__session"));
  const tokens = [...(authorization ? [authorization] : []), ...cookies];
  return tokens.map((token) => createHash("sha256").update(token).digest("base64url"));
}
