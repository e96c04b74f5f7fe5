import type { Chain } from "../scenario/parse-scenario";
import type { GeminiScenario } from "../scenario/registry";

type Model = { name: string; displayName: string; thinking: boolean; methods?: string[] };

/** What a key may list as of 2026-11-26, in the order in which Google does: by no use. */
const MODELS: readonly Model[] = [
  { name: "gemini-3.1-pro-preview", displayName: "Gemini 3.1 Pro Preview", thinking: true },
  { name: "gemini-3.5-flash", displayName: "Gemini 3.5 Flash", thinking: true },
  { name: "gemini-3.5-flash-lite", displayName: "Gemini 3.5 Flash-Lite", thinking: true },
  { name: "gemini-3.8-flash", displayName: "Gemini 3.8 Flash", thinking: true },
  { name: "gemini-4-argon", displayName: "Gemini 4 Argon", thinking: true },
  { name: "gemini-flash-latest", displayName: "Gemini Flash Latest", thinking: true },
  { name: "gemini-3.5-flash-image", displayName: "Gemini 3.5 Flash Image", thinking: false },
  {
    name: "gemini-embedding-001",
    displayName: "Gemini Embedding",
    thinking: false,
    methods: ["embedContent", "countTokens"],
  },
];
/** Models of keys that have no other: one that nobody has a price of, and a dear one. */
const ONLY: Partial<Record<GeminiScenario, Model>> = {
  "only-new": { name: "gemini-9-flash", displayName: "Gemini 9 Flash", thinking: true },
  "only-dear": { name: "gemini-4-argon", displayName: "Gemini 4 Argon", thinking: true },
};
/** The model that such a key lists and may not use. */
const CLOSED: Partial<Record<GeminiScenario, string>> = {
  closed: "gemini-3.5-flash-lite",
  "closed-late": "gemini-3.5-flash-lite",
  "closed-dear": "gemini-3.5-flash",
};

type Scenarios = Chain<GeminiScenario> | null;

/** The models that a key has. */
function ownModels(chain: Scenarios): readonly Model[] {
  const only = [...(chain?.keys() ?? [])].flatMap((name) => ONLY[name] ?? []);
  return only.length > 0 ? only : MODELS;
}

/** A page of `GET /v1beta/models`; the page token is the index to go on from. */
export function listModels(chain: Scenarios, pageSize: number, pageToken: string | null) {
  const own = ownModels(chain);
  const from = Number(pageToken ?? 0);
  const models = own.slice(from, from + pageSize).map(describeModel);
  const next = from + pageSize;
  return next < own.length ? { models, nextPageToken: String(next) } : { models };
}

/** `GET /v1beta/models/{model}`, or null for a model that the key does not have. */
export function getModel(chain: Scenarios, name: string) {
  const model = ownModels(chain).find((candidate) => candidate.name === name);
  return model ? describeModel(model) : null;
}

/** True for a model that is listed, and answers that it is closed when it is asked to write. */
export function isClosed(chain: Scenarios, name: string): boolean {
  return [...(chain?.keys() ?? [])].some((scenario) => CLOSED[scenario] === name);
}

function describeModel({ name, displayName, thinking, methods }: Model) {
  return {
    name: `models/${name}`,
    version: "001",
    displayName,
    description: "Simulated by the sandbox",
    inputTokenLimit: 1_048_576,
    outputTokenLimit: 65_536,
    supportedGenerationMethods: methods ?? [
      "generateContent",
      "countTokens",
      "createCachedContent",
    ],
    temperature: 1,
    topP: 0.95,
    topK: 64,
    maxTemperature: 2,
    ...(thinking ? { thinking } : {}),
  };
}
