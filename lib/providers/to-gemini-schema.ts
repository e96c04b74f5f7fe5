import "server-only";
import { type ResponseSchema, SchemaType } from "@google/generative-ai";
import type { ToolDeclaration } from "./gemini-turns";
import type { ReplySchema } from "./reply-schema";

/** The SDK names types by an enum of its own, and wants lists that it may write to. */
export function toResponseSchema(schema: ReplySchema): ResponseSchema {
  const told = schema.description ? { description: schema.description } : {};
  if (schema.type === "string") {
    const type = SchemaType.STRING;
    return schema.enum
      ? { ...told, type, format: "enum", enum: [...schema.enum] }
      : { ...told, type };
  }
  if (schema.type === "integer") return { ...told, type: SchemaType.INTEGER };
  if (schema.type === "number") return { ...told, type: SchemaType.NUMBER };
  if (schema.type === "array")
    return { ...schema, type: SchemaType.ARRAY, items: toResponseSchema(schema.items) };
  return {
    ...told,
    type: SchemaType.OBJECT,
    properties: toProperties(schema.properties),
    required: [...schema.required],
  };
}

function toProperties(properties: ToolDeclaration["parameters"]["properties"]) {
  const converted = Object.entries(properties).map(
    ([name, property]) => [name, toResponseSchema(property)] as const,
  );
  return Object.fromEntries(converted);
}

/** What a tool takes, in the SDK's own words. */
export function toParameters({ properties, required }: ToolDeclaration["parameters"]) {
  return { type: SchemaType.OBJECT, properties: toProperties(properties), required: [...required] };
}
