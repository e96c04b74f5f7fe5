const MODELS = [
  { name: "gemini-2.5-flash", displayName: "Gemini 2.5 Flash", thinking: true },
  { name: "gemini-2.5-flash-lite", displayName: "Gemini 2.5 Flash-Lite", thinking: true },
  { name: "gemini-2.5-pro", displayName: "Gemini 2.5 Pro", thinking: true },
  { name: "gemini-2.0-flash", displayName: "Gemini 2.0 Flash", thinking: false },
] as const;

/** A page of `GET /v1beta/models`; the page token is the index to go on from. */
export function listModels(pageSize: number, pageToken: string | null) {
  const from = Number(pageToken ?? 0);
  const models = MODELS.slice(from, from + pageSize).map(describeModel);
  const next = from + pageSize;
  return next < MODELS.length ? { models, nextPageToken: String(next) } : { models };
}

/** `GET /v1beta/models/{model}`, or null for a model that is not listed. */
export function getModel(name: string) {
  const model = MODELS.find((candidate) => candidate.name === name);
  return model ? describeModel(model) : null;
}

function describeModel({ name, displayName, thinking }: (typeof MODELS)[number]) {
  return {
    name: `models/${name}`,
    version: "001",
    displayName,
    description: "Simulated by the sandbox",
    inputTokenLimit: 1_048_576,
    outputTokenLimit: 65_536,
    supportedGenerationMethods: ["generateContent", "countTokens"],
    temperature: 1,
    topP: 0.95,
    topK: 64,
    maxTemperature: 2,
    ...(thinking ? { thinking } : {}),
  };
}
