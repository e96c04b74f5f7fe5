import { randomBytes } from "node:crypto";
import { afterAll, beforeAll } from "vitest";
import { closePool } from "@/lib/db/connect";
import { createDatabase, type TestDatabase } from "./create-database";

/** Points this test file's process, in production mode, at a database of its own, or that of its server. */
export function setUpDatabase(
  open: () => Promise<TestDatabase> = createDatabase,
): () => TestDatabase {
  let database: TestDatabase | undefined;
  beforeAll(async () => {
    database = await open();
    Object.assign(process.env, {
      DEPLOY_ENV: "self-hosted",
      DATABASE_URL: database.url,
      NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: "pk_live_x",
      CLERK_SECRET_KEY: "sk_live_x",
      CLERK_JWT_KEY: "pem",
      CLERK_AUTHORIZED_PARTIES: "http://localhost",
      KEK_CURRENT: "t1",
      KEK_t1: randomBytes(32).toString("base64url"),
    });
  });
  afterAll(async () => {
    await closePool();
    await database?.drop();
  });
  return () => {
    if (!database) throw new Error("The database is made before the tests of the file.");
    return database;
  };
}
