import type { JsonSchema } from "../gemini/schema";
import { improveOutline } from "./improve-outline";
import type { Brief } from "./parse-brief";
import { claimAt, type Place } from "./suggest-strings";

/** A number by the property's name, within the schema's bounds. */
export function fillNumber(schema: JsonSchema, brief: Brief, place: Place, whole: boolean): number {
  const maximum = schema.maximum ?? Number.POSITIVE_INFINITY;
  const minimum = schema.minimum ?? 0;
  const wanted = wantedNumber(brief, place, maximum);
  const value = Math.min(Math.max(wanted, minimum), maximum);
  return whole ? Math.round(value) : value;
}

function wantedNumber(brief: Brief, place: Place, maximum: number): number {
  if (/score|confidence|rating|probab/.test(place.name)) return maximum <= 1 ? 0.82 : 82;
  if (/index|number|position|order|sentence|claim|^n$|^id$/.test(place.name)) {
    const label = Number(/\d+/.exec(claimAt(brief, place)?.label ?? "")?.[0]);
    return Number.isNaN(label) ? place.index + 1 : label;
  }
  if (place.name === "words" && brief.outline.length > 0)
    return improveOutline(brief)[place.index]?.words ?? 200;
  if (/word|length|target/.test(place.name)) return Math.round((brief.targetWords ?? 1200) / 6);
  return 1;
}
