import { z } from "zod";
import type { ToolDeclaration } from "../../providers/gemini-turns";
import type { ReplySchema } from "../../providers/reply-schema";

type ObjectSchema = ToolDeclaration["parameters"];
/** What zod says of a schema, as far as a model is told it. */
const described = z.object({
  type: z.string().optional(),
  description: z.string().optional(),
  enum: z.array(z.string()).optional(),
  items: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
});

/** The arguments of a tool as a model is told of them; whatever it sends is parsed by the schema itself. */
export function declareArguments(schema: z.ZodObject): ObjectSchema {
  return toObject(described.parse(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" })));
}

function toObject({ properties = {}, required = [] }: z.infer<typeof described>): ObjectSchema {
  const entries = Object.entries(properties).map(
    ([name, property]) => [name, toSchema(property)] as const,
  );
  return { type: "object", properties: Object.fromEntries(entries), required };
}

function toSchema(value: unknown): ReplySchema {
  const schema = described.parse(value);
  const told = schema.description ? { description: schema.description } : {};
  if (schema.type === "object") return { ...told, ...toObject(schema) };
  if (schema.type === "array") return { ...told, type: "array", items: toSchema(schema.items) };
  if (schema.type === "integer") return { ...told, type: "integer" };
  if (schema.type === "number") return { ...told, type: "number" };
  return { ...told, type: "string", ...(schema.enum ? { enum: schema.enum } : {}) };
}
