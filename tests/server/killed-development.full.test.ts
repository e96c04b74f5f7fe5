import { expect, inject, test } from "vitest";
import { createDatabase } from "../world/database/create-database";
import {
  type Call,
  killOften,
  type Place,
  reportKills,
  SCENARIO,
} from "../world/servers/kill-runs";
import { createAppFolder, pickPort, startApp } from "../world/servers/start-app";
import { createTester } from "../world/tester";

test("a development server that is killed at any moment finishes its runs after a restart, and pays for no finished step again", async () => {
  const database = await createDatabase();
  const [port, folder] = [await pickPort(), createAppFolder()];
  const url = `http://localhost:${port}`;
  const { sandboxUrl } = inject("servers");
  const env = {
    DEBUG: "true",
    DATABASE_URL: database.url,
    GEMINI_BASE_URL: sandboxUrl,
    EXA_BASE_URL: sandboxUrl,
  };
  const { keys } = createTester(url, SCENARIO);
  const call: Call = (method, path, body, headers = {}) =>
    fetch(`${url}${path}`, {
      method,
      headers: { "content-type": "application/json", origin: url, ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const place: Place = {
    database,
    start: () => startApp(env, { port, folder }),
    close: database.drop,
  };
  const makeCall = async () => {
    const saved = await call("POST", "/api/onboarding/api-keys", keys);
    expect(saved.status).toBe(200);
    return { call };
  };
  reportKills("engine in files", await killOften(place, makeCall));
  await place.close();
}, 3_000_000);
