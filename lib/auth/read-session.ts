import "server-only";
import { z } from "zod";
import { currentEnv, readVar } from "../env";
import { LOCAL_DEVELOPER } from "./user-id";

/** Who is signed in, and until when this proof of it holds, in milliseconds of the epoch. */
export type Session = { subject: string; expiresAt: number };

/**
 * What a session token of this instance's own must say beyond what Clerk checks: a session (tokens of
 * JWT templates name none), an origin, its issuer; nobody acting for somebody else; and a user of
 * Clerk's, not the one of development.
 */
const claims = z.object({
  sub: z
    .string()
    .regex(/^[a-z][\w-]{0,199}$/i)
    .refine((subject) => subject !== LOCAL_DEVELOPER),
  sid: z.string().min(1),
  azp: z.string().min(1),
  exp: z.number(),
  iss: z.string(),
  act: z.undefined().optional(),
});

/** The session that verified claims speak of; null where they are not a session's of this instance. */
export function readSession(verified: unknown): Session | null {
  const parsed = claims.safeParse(verified);
  if (!parsed.success || !listIssuers().includes(parsed.data.iss)) return null;
  return { subject: parsed.data.sub, expiresAt: parsed.data.exp * 1_000 };
}

/** The instance's Frontend API, whose host its publishable key spells, or the proxy before it. */
function listIssuers(): string[] {
  const env = currentEnv();
  const [, , host = ""] = (readVar(env, "NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY") ?? "").split("_");
  const name = Buffer.from(host, "base64").toString("utf8").replace(/\$$/, "");
  const proxy = readVar(env, "NEXT_PUBLIC_CLERK_PROXY_URL")?.replace(/\/$/, "");
  return [`https://${name}`, ...(proxy ? [proxy] : [])];
}
