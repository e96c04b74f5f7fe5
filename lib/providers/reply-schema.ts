/** The form that a structured reply must have. `minItems` and `maxItems` count elements. */
export type ReplySchema = { description?: string } & (
  | { type: "string"; enum?: readonly string[] }
  | { type: "integer" }
  | { type: "number" }
  | { type: "array"; items: ReplySchema; minItems?: number; maxItems?: number }
  | {
      type: "object";
      properties: Readonly<Record<string, ReplySchema>>;
      required: readonly string[];
    }
);
