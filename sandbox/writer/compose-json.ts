import type { JsonSchema } from "../gemini/schema";
import { fillNumber } from "./fill-number";
import { fillString } from "./fill-string";
import { improveOutline } from "./improve-outline";
import type { Brief } from "./parse-brief";
import { pickEnum } from "./pick-enum";
import { judgeAt, type Place, suggestStrings } from "./suggest-strings";

export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

type Walk = { brief: Brief; root: JsonSchema; depth: number };

/** A value that validates against the schema, filled from the prompt by the properties' names. */
export function composeJson(schema: JsonSchema, brief: Brief): Json {
  return composeValue(
    schema,
    { name: "", parent: "", index: 0 },
    { brief, root: schema, depth: 0 },
  );
}

function composeValue(schema: JsonSchema, place: Place, walk: Walk): Json {
  const actual = resolveSchema(schema, walk.root);
  if (actual.const !== undefined) return toJson(actual.const);
  if (actual.enum) return toJson(pickEnum(actual.enum, walk.brief, place));
  switch (typeOf(actual)) {
    case "object":
      return composeObject(actual, place, walk);
    case "array":
      return composeArray(actual, place, walk);
    case "integer":
    case "number":
      return fillNumber(actual, walk.brief, place, typeOf(actual) === "integer");
    case "boolean":
      return fillBoolean(walk.brief, place);
    case "null":
      return null;
    default:
      return fillString(actual, suggestStrings(walk.brief, place), place.name);
  }
}

function composeObject(schema: JsonSchema, place: Place, walk: Walk): Json {
  const properties = schema.properties ?? {};
  const names = [...new Set([...(schema.propertyOrdering ?? []), ...Object.keys(properties)])];
  const entries = names.flatMap((name): [string, Json][] => {
    const property = properties[name];
    const required = schema.required?.includes(name) ?? false;
    // A schema that refers to itself ends with the first optional property beyond this depth.
    if (!property || (walk.depth > 8 && !required)) return [];
    const inner = {
      name: normalizeName(name),
      parent: place.name || place.parent,
      index: place.index,
    };
    return [[name, composeValue(property, inner, { ...walk, depth: walk.depth + 1 })]];
  });
  return Object.fromEntries(entries);
}

function composeArray(schema: JsonSchema, place: Place, walk: Walk): Json {
  const deeper = { ...walk, depth: walk.depth + 1 };
  if (schema.prefixItems) {
    return schema.prefixItems.map((item, index) => composeValue(item, { ...place, index }, deeper));
  }
  const items = resolveSchema(schema.items ?? { type: "string" }, walk.root);
  const clamp = (count: number) =>
    Math.min(Math.max(count, schema.minItems ?? 0), schema.maxItems ?? 100);
  if (walk.depth > 12) return [];
  if (items.enum && walk.brief.outline.length > 0)
    return suggestStrings(walk.brief, place).filter((text) => items.enum?.includes(text));
  if (items.enum) return items.enum.slice(0, clamp(Math.min(3, items.enum.length))).map(toJson);
  if (typeOf(items) === "string") return composeStrings(items, place, { brief: walk.brief, clamp });
  const count = clamp(countItems(items, place, walk.brief));
  return Array.from({ length: count }, (_, index) =>
    composeValue(items, { ...place, index }, deeper),
  );
}

type StringsInput = { brief: Brief; clamp(count: number): number };

function composeStrings(items: JsonSchema, place: Place, { brief, clamp }: StringsInput): Json {
  const offered = suggestStrings(brief, place);
  const wanted = /ids?$|sources?$|passages?$/.test(place.name) ? 3 : 6;
  const count = clamp(Math.min(offered.length, wanted));
  return Array.from({ length: count }, (_, index) => {
    const again = index >= offered.length ? ` (${index + 1})` : "";
    return fillString(items, [`${offered[index % offered.length]}${again}`], place.name);
  });
}

/** Judgements go by the claims of the prompt, outlines by what a post can hold. */
function countItems(items: JsonSchema, place: Place, brief: Brief): number {
  const names = Object.keys(items.properties ?? {})
    .map(normalizeName)
    .join(" ");
  if (/verdict|supported|quote|evidence|replacement/.test(names)) return brief.claims.length;
  if (place.name === "sections" && brief.outline.length > 0) return improveOutline(brief).length;
  return /heading|section|outline/.test(place.name) ? 6 : 3;
}

function fillBoolean(brief: Brief, place: Place): boolean {
  const supported = judgeAt(brief, place).verdict === "supported" || brief.claims.length === 0;
  return /unsupported|contradict|hallucin|error|issue|problem|needs/.test(place.name)
    ? !supported
    : supported;
}

function resolveSchema(schema: JsonSchema, root: JsonSchema): JsonSchema {
  const choice = (schema.anyOf ?? schema.oneOf)?.find((option) => typeOf(option) !== "null");
  if (choice) return resolveSchema(choice, root);
  const named = /^#\/\$defs\/(.+)$/.exec(schema.$ref ?? "")?.[1];
  const target = named === undefined ? undefined : root.$defs?.[named];
  if (target) return resolveSchema(target, root);
  return schema.$ref === "#" ? root : schema;
}

function typeOf(schema: JsonSchema): string {
  const listed = [schema.type ?? []].flat().map((type) => type.toLowerCase());
  const named = listed.find((type) => type !== "null") ?? listed[0];
  return named ?? (schema.properties ? "object" : schema.items ? "array" : "string");
}

function normalizeName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}

function toJson(value: unknown): Json {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? value
    : null;
}
