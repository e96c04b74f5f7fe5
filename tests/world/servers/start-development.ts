import { inject } from "vitest";
import { createDatabase, type TestDatabase } from "../database/create-database";
import { type App, startApp } from "./start-app";

/** A development server of one suite's own, on a database of its own. */
export type Development = App & {
  database: TestDatabase;
  /** Sends a JSON body, or none, to a path of this server. */
  send: (method: string, path: string, body?: object, headers?: object) => Promise<Response>;
};

/** Starts the build in development mode, its providers in the sandbox; `stop` drops the database too. */
export async function startDevelopment(): Promise<Development> {
  const database = await createDatabase();
  const { sandboxUrl } = inject("servers");
  const app = await startApp({
    DEBUG: "true",
    DATABASE_URL: database.url,
    GEMINI_BASE_URL: sandboxUrl,
    EXA_BASE_URL: sandboxUrl,
  });
  const send: Development["send"] = (method, path, body, headers = {}) =>
    fetch(`${app.url}${path}`, {
      method,
      headers: { "content-type": "application/json", ...headers },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  const stop = async () => {
    await app.stop();
    await database.drop();
  };
  return { ...app, database, send, stop };
}
