import { z } from "zod";

/** The parts of JSON Schema the composer understands, in Gemini's dialect or the standard one. */
export type JsonSchema = {
  type?: string | string[] | undefined;
  properties?: Record<string, JsonSchema> | undefined;
  propertyOrdering?: string[] | undefined;
  items?: JsonSchema | undefined;
  prefixItems?: JsonSchema[] | undefined;
  enum?: unknown[] | undefined;
  const?: unknown;
  anyOf?: JsonSchema[] | undefined;
  oneOf?: JsonSchema[] | undefined;
  required?: string[] | undefined;
  minItems?: number | undefined;
  maxItems?: number | undefined;
  minLength?: number | undefined;
  maxLength?: number | undefined;
  minimum?: number | undefined;
  maximum?: number | undefined;
  pattern?: string | undefined;
  format?: string | undefined;
  nullable?: boolean | undefined;
  description?: string | undefined;
  $ref?: string | undefined;
  $defs?: Record<string, JsonSchema> | undefined;
};

// Protobuf's JSON has 64-bit counts as strings; both spellings are accepted.
const Count = z.coerce.number().optional();
const SchemaSelf: z.ZodType<JsonSchema> = z.lazy(() => JsonSchemaShape);

const shared = {
  properties: z.record(z.string(), SchemaSelf).optional(),
  propertyOrdering: z.array(z.string()).optional(),
  items: SchemaSelf.optional(),
  enum: z.array(z.unknown()).optional(),
  anyOf: z.array(SchemaSelf).optional(),
  required: z.array(z.string()).optional(),
  minItems: Count,
  maxItems: Count,
  minLength: Count,
  maxLength: Count,
  minimum: Count,
  maximum: Count,
  pattern: z.string().optional(),
  format: z.string().optional(),
  nullable: z.boolean().optional(),
  description: z.string().optional(),
};

/** `responseJsonSchema`: standard JSON Schema; what the composer does not know it ignores. */
const JsonSchemaShape: z.ZodType<JsonSchema> = z.looseObject({
  ...shared,
  type: z.union([z.string(), z.array(z.string())]).optional(),
  prefixItems: z.array(SchemaSelf).optional(),
  const: z.unknown().optional(),
  oneOf: z.array(SchemaSelf).optional(),
  $ref: z.string().optional(),
  $defs: z.record(z.string(), SchemaSelf).optional(),
});

const OpenApiSelf: z.ZodType<JsonSchema> = z.lazy(() => OpenApiSchema);

/** `responseSchema`: a protobuf message, so an unknown field such as `additionalProperties` is a 400. */
const OpenApiSchema: z.ZodType<JsonSchema> = z.strictObject({
  ...shared,
  properties: z.record(z.string(), OpenApiSelf).optional(),
  items: OpenApiSelf.optional(),
  anyOf: z.array(OpenApiSelf).optional(),
  type: z.string().optional(),
  title: z.string().optional(),
  example: z.unknown().optional(),
  default: z.unknown().optional(),
  minProperties: Count,
  maxProperties: Count,
});

const Part = z.looseObject({
  text: z.string().optional(),
  functionCall: z.looseObject({ name: z.string() }).optional(),
  thoughtSignature: z.string().optional(),
  functionResponse: z
    .looseObject({ name: z.string(), response: z.unknown().optional() })
    .optional(),
});
const Content = z.strictObject({ role: z.string().optional(), parts: z.array(Part).min(1) });

const GenerationConfig = z.strictObject({
  maxOutputTokens: z.int().positive().optional(),
  responseMimeType: z.string().optional(),
  responseSchema: OpenApiSchema.optional(),
  responseJsonSchema: JsonSchemaShape.optional(),
  thinkingConfig: z
    .looseObject({
      thinkingBudget: z.int().optional(),
      thinkingLevel: z.string().optional(),
    })
    .optional(),
  temperature: z.number().min(0).max(2).optional(),
  topP: z.number().optional(),
  topK: z.number().optional(),
  candidateCount: z.int().max(1).optional(),
  stopSequences: z.array(z.string()).optional(),
  seed: z.int().optional(),
  // Penalties are an error as of 2026-11: they are fields no longer.
  responseModalities: z.array(z.string()).optional(),
  responseLogprobs: z.boolean().optional(),
  logprobs: z.int().optional(),
  mediaResolution: z.string().optional(),
  speechConfig: z.unknown().optional(),
  audioTimestamp: z.boolean().optional(),
});

const FunctionDeclaration = z.looseObject({
  name: z.string(),
  description: z.string().optional(),
  parameters: JsonSchemaShape.optional(),
});

/** Body of generateContent and streamGenerateContent. */
export const GenerateBody = z.strictObject({
  model: z.string().optional(),
  contents: z.array(Content).min(1),
  systemInstruction: z.looseObject({ parts: z.array(Part) }).optional(),
  generationConfig: GenerationConfig.optional(),
  safetySettings: z.array(z.unknown()).optional(),
  tools: z
    .array(z.looseObject({ functionDeclarations: z.array(FunctionDeclaration).optional() }))
    .optional(),
  toolConfig: z.unknown().optional(),
  cachedContent: z.string().optional(),
  labels: z.unknown().optional(),
});
export type GenerateBody = z.infer<typeof GenerateBody>;

/** Body of countTokens: the contents alone, or a whole request. */
export const CountBody = z.union([
  z.looseObject({ contents: z.array(Content).min(1) }),
  z
    .looseObject({ generateContentRequest: z.looseObject({ contents: z.array(Content) }) })
    .transform(({ generateContentRequest }) => generateContentRequest),
]);
