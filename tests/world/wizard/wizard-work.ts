import { randomUUID } from "node:crypto";
import { inject } from "vitest";
import { saveKeys } from "../servers/start-production";
import { createTester, type Tester } from "../tester";
import { describeProfile } from "./fill-wizard";
import { readFields, readWork } from "./read-work";

const CORE = describeProfile("walnut").persona.core;

/** The work of the wizard that calls providers: what starts it, whom it asks, and the way by hand. */
export const WIZARD_WORK = {
  website: {
    path: "/api/onboarding/website/analyze",
    body: { url: "https://nextjs.org/docs" },
    asks: ["exa", "gemini"],
    byHand: { step: "website", body: describeProfile("walnut").website },
  },
  "a text": {
    path: "/api/onboarding/website/analyze",
    body: { sample: "You open the valve. You wait. Then it is warm. ".repeat(6) },
    asks: ["gemini"],
    byHand: { step: "website", body: describeProfile("walnut").website },
  },
  research: {
    path: "/api/onboarding/research/discover",
    body: {
      description: "Texts about TypeScript, testing and database tools for developers.",
      url: "https://nextjs.org/docs",
    },
    asks: ["exa", "gemini"],
    byHand: { step: "research", body: { preferences: {} } },
  },
  persona: {
    path: "/api/onboarding/persona/generate",
    stop: "/api/onboarding/persona/generate/core",
    body: { target: "core" },
    asks: ["gemini"],
    byHand: { step: "persona", body: { core: CORE } },
  },
  "a platform's persona": {
    path: "/api/onboarding/persona/generate",
    stop: "/api/onboarding/persona/generate/linkedin",
    body: { target: "linkedin", core: CORE },
    asks: ["gemini"],
    byHand: { step: "persona", body: { core: CORE, platforms: { linkedin: CORE } } },
  },
  "a paragraph to try": {
    path: "/api/onboarding/persona/try",
    body: { persona: CORE, topic: "Why nuts float" },
    asks: ["gemini"],
    byHand: { step: "persona", body: { core: CORE } },
  },
} as const;
export type WizardWork = keyof typeof WIZARD_WORK;

/** A tester of the shared production server whose keys do what the scenarios say. */
export async function openWizardTester({ gemini = "ok", exa = "ok" } = {}): Promise<Tester> {
  const keys = { gemini: `${gemini}-g-${randomUUID()}`, exa: `${exa}-e-${randomUUID()}` };
  const tester = { ...createTester(inject("servers").production.url), keys };
  await saveKeys(tester);
  return tester;
}

/** Starts long work and follows it to its end. */
export async function followWork(tester: Tester, path: string, body: unknown) {
  const events = await readWork(await tester.call("POST", path, body));
  return { events, fields: readFields(events), last: events.at(-1) };
}
