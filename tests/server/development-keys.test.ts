import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Development, startDevelopment } from "../world/servers/start-development";

const KEYS = {
  gemini: "ok-development-keys-gemini-1",
  exa: "ok-development-keys-exa-0002",
  copilotkit: "ck_pub_developmentkeys03",
};
let app: Development;

beforeAll(async () => {
  app = await startDevelopment();
});
afterAll(() => app.stop());

const readState = async () => (await app.send("GET", "/api/onboarding")).json();
/** Every step of the wizard, each with the status that is given for it. */
const steps = (statuses: string[]) => [
  { number: 1, id: "api-keys", title: "API keys", required: true, status: statuses[0] },
  { number: 2, id: "website", title: "Website", required: true, status: statuses[1] },
  { number: 3, id: "research", title: "Research", required: true, status: statuses[2] },
  { number: 4, id: "persona", title: "Personalization", required: false, status: statuses[3] },
  { number: 5, id: "integrations", title: "Integrations", required: false, status: statuses[4] },
  { number: 6, id: "finish", title: "Finish", required: true, status: statuses[5] },
];

test("keys that a developer saves reach the database and .env.local, with the frontend's variable", async () => {
  const pending = Array.from({ length: 5 }, () => "pending");
  expect(await readState()).toEqual({
    currentStep: 0,
    progress: 0,
    steps: steps(["in_progress", ...pending]),
    completedAt: null,
  });
  const answer = await app.send("POST", "/api/onboarding/api-keys", KEYS);
  expect(answer.status).toBe(200);
  const said = await answer.text();
  for (const key of Object.values(KEYS)) expect(said).not.toContain(key);

  expect(readFileSync(path.join(app.folder, ".env.local"), "utf8").trim().split("\n")).toEqual([
    `GEMINI_API_KEY=${KEYS.gemini}`,
    `EXA_API_KEY=${KEYS.exa}`,
    `COPILOTKIT_API_KEY=${KEYS.copilotkit}`,
    `NEXT_PUBLIC_COPILOTKIT_API_KEY=${KEYS.copilotkit}`,
  ]);
  const rows = await app.database.sql`SELECT * FROM api_keys ORDER BY provider`;
  expect(rows.map(({ provider }) => provider)).toEqual(["copilotkit", "exa", "gemini"]);
  for (const key of Object.values(KEYS)) {
    const stored = rows.map(({ key: sealed }) => Buffer.from(sealed).toString("latin1")).join();
    expect(stored, "sealed").not.toContain(key);
  }

  expect(await readState(), "step 1 is done by itself").toEqual({
    currentStep: 1,
    progress: (1 / 6) * 100,
    steps: steps(["completed", "in_progress", "pending", "pending", "pending", "pending"]),
    completedAt: null,
  });
});
