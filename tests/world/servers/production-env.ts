import { randomBytes } from "node:crypto";
import { testInstance } from "../../clerk/test-instance";

/** The variables of a production server on one machine, with a Clerk instance of the tests' own. */
export function productionEnv(
  databaseUrl: string,
  sandboxUrl: string,
  origin: string,
): Record<string, string> {
  return {
    DEPLOY_ENV: "self-hosted",
    DATABASE_URL: databaseUrl,
    GEMINI_BASE_URL: sandboxUrl,
    EXA_BASE_URL: sandboxUrl,
    KEK_CURRENT: "k1",
    KEK_k1: randomBytes(32).toString("base64url"),
    NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: testInstance.publishableKey,
    CLERK_SECRET_KEY: testInstance.secretKey,
    CLERK_JWT_KEY: testInstance.jwtKey,
    CLERK_AUTHORIZED_PARTIES: origin,
  };
}
