import { describe, expect, it } from "vitest";
import type { Environment } from "./env";
import { decideMode, PROVIDER_KEY_NAMES } from "./mode";

const DEBUG = [undefined, "", "true", "TRUE", "false", "1"];
const DEPLOY_ENV = [undefined, "", "vercel", "render", "self-hosted", "heroku"];
const VERCEL = [undefined, "1"];
const RENDER = [undefined, "true"];

/**
 * The rules as a table: which machine × is DEBUG true × DEPLOY_ENV. A cell is `development`,
 * `production on …`, or the variables that are refused. VERCEL is asked before RENDER.
 */
const RULES: Record<string, Record<string, string>> = {
  laptop: {
    unset: "development",
    vercel: "production on vercel",
    render: "production on render",
    "self-hosted": "production on self-hosted",
    heroku: "refused: DEPLOY_ENV",
  },
  "laptop, DEBUG": {
    unset: "development",
    vercel: "development",
    render: "development",
    "self-hosted": "development",
    heroku: "refused: DEPLOY_ENV",
  },
  vercel: {
    unset: "production on vercel",
    vercel: "production on vercel",
    render: "refused: DEPLOY_ENV",
    "self-hosted": "refused: DEPLOY_ENV",
    heroku: "refused: DEPLOY_ENV",
  },
  "vercel, DEBUG": {
    unset: "refused: DEBUG",
    vercel: "refused: DEBUG",
    render: "refused: DEBUG, DEPLOY_ENV",
    "self-hosted": "refused: DEBUG, DEPLOY_ENV",
    heroku: "refused: DEBUG, DEPLOY_ENV",
  },
  render: {
    unset: "production on render",
    vercel: "refused: DEPLOY_ENV",
    render: "production on render",
    "self-hosted": "refused: DEPLOY_ENV",
    heroku: "refused: DEPLOY_ENV",
  },
  "render, DEBUG": {
    unset: "refused: DEBUG",
    vercel: "refused: DEBUG, DEPLOY_ENV",
    render: "refused: DEBUG",
    "self-hosted": "refused: DEBUG, DEPLOY_ENV",
    heroku: "refused: DEBUG, DEPLOY_ENV",
  },
};
/** Only these two of the values above are "true in any case"; an empty variable is unset. */
const TRUE = ["true", "TRUE"];

const rows = DEBUG.flatMap((debug) =>
  DEPLOY_ENV.flatMap((deployEnv) =>
    VERCEL.flatMap((vercel) =>
      RENDER.map((render) => {
        const env = { DEBUG: debug, DEPLOY_ENV: deployEnv, VERCEL: vercel, RENDER: render };
        const machine = vercel ? "vercel" : render ? "render" : "laptop";
        const line = TRUE.includes(debug ?? "") ? `${machine}, DEBUG` : machine;
        return { env, name: JSON.stringify(env), expected: RULES[line]?.[deployEnv || "unset"] };
      }),
    ),
  ),
);

function describeDecision(env: Environment): string {
  const decision = decideMode(env);
  if (!decision.ok)
    return `refused: ${decision.problems.map(({ variable }) => variable).join(", ")}`;
  return decision.mode === "production" ? `production on ${decision.platform}` : "development";
}

function listFixes(env: Environment): string {
  const decision = decideMode(env);
  return decision.ok ? "" : decision.problems.map(({ fix }) => fix).join("\n");
}

describe("the mode", () => {
  it("is asked for every combination of the four variables", () => {
    expect(rows).toHaveLength(6 * 6 * 2 * 2);
    expect(new Set(rows.map(({ name }) => name)).size).toBeGreaterThan(100);
  });

  it.each(rows)("of $name is: $expected", ({ env, expected }) => {
    expect(describeDecision(env)).toBe(expected);
  });

  it("names the fix of each refusal: what to remove, and every accepted platform", () => {
    expect(listFixes({ DEBUG: "true", VERCEL: "1" })).toMatch(/DEBUG=true on vercel.*Remove DEBUG/);
    for (const env of [{ DEPLOY_ENV: "heroku" }, { DEPLOY_ENV: "render", VERCEL: "1" }])
      expect(listFixes(env)).toMatch(/DEPLOY_ENV.*vercel, render, self-hosted/);
  });
});

describe("a provider key in the environment", () => {
  const refused = [
    "GEMINI_API_KEY",
    "GOOGLE_API_KEY",
    "GOOGLE_GENERATIVE_AI_API_KEY",
    "GOOGLE_GENAI_API_KEY",
    "EXA_API_KEY",
    "COPILOTKIT_API_KEY",
    "NEXT_PUBLIC_COPILOTKIT_API_KEY",
    "COPILOT_CLOUD_PUBLIC_API_KEY",
  ];
  const production: Environment[] = [
    { DEPLOY_ENV: "self-hosted" },
    { DEPLOY_ENV: "vercel" },
    { VERCEL: "1" },
    { RENDER: "true" },
  ];

  it.each(refused)(
    "%s is refused in production, by name, with the fix, without its value",
    (key) => {
      for (const env of production) {
        const planted = { ...env, [key]: "owner-key-of-the-site" };
        expect(describeDecision(planted)).toBe(`refused: ${key}`);
        expect(listFixes(planted)).toMatch(new RegExp(`^${key} is set in production.*Remove it`));
        expect(JSON.stringify(decideMode(planted))).not.toContain("owner-key");
        expect(describeDecision({ ...env, [key]: "" })).toMatch(/^production/);
      }
      expect(describeDecision({ [key]: "a-developers-own-key" })).toBe("development");
    },
  );

  it("is refused for all eight at once, and no name is missing from the product's list", () => {
    const planted = Object.fromEntries(refused.map((name) => [name, "x"]));
    expect(describeDecision({ ...planted, DEPLOY_ENV: "render" })).toBe(
      `refused: ${refused.join(", ")}`,
    );
    expect([...PROVIDER_KEY_NAMES]).toEqual(refused);
  });
});
