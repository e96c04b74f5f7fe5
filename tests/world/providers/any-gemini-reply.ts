import fc from "fast-check";
import { anyReply, anyStatus, type Reply } from "./any-reply";
import { anySpoiled, toJson } from "./any-spoiled";

const FINISH = [
  ...["STOP", "STOP", "STOP", "MAX_TOKENS", "SAFETY", "RECITATION", "OTHER"],
  ...["MALFORMED_FUNCTION_CALL", "MALFORMED_RESPONSE", "FINISH_REASON_UNSPECIFIED", "TIRED"],
];
const PARTS = [
  { text: "Größe 日本 😀 " },
  { text: '{"title": "A title"}' },
  { text: "A thought.", thought: true, thoughtSignature: "c2ln" },
  { functionCall: { id: "1", name: "look", args: { at: "it" } }, thoughtSignature: "c2ln" },
  { inlineData: { mimeType: "image/png", data: "" } },
];
const usageMetadata = {
  promptTokenCount: 7,
  cachedContentTokenCount: 5,
  candidatesTokenCount: 51,
  thoughtsTokenCount: 45,
  totalTokenCount: 103,
  promptTokensDetails: [{ modality: "TEXT", tokenCount: 7 }],
};
const ids = { modelVersion: "gemini-3.5-flash-lite", responseId: "r-1" };

const said = fc
  .subarray(PARTS, { minLength: 1 })
  .map((parts) => ({ candidates: [{ content: { role: "model", parts }, index: 0 }], ...ids }));
const ended = fc
  .constantFrom(...FINISH)
  .map((finishReason) => ({ candidates: [{ finishReason, index: 0 }], usageMetadata, ...ids }));
const counted = fc.constantFrom(
  { usageMetadata, ...ids },
  { usageMetadata: {}, ...ids },
  { usageMetadata, modelVersion: "gemini-9-unknown" },
);
const refused = fc.constantFrom(
  { promptFeedback: { blockReason: "PROHIBITED_CONTENT" } },
  { error: { code: 503, message: "The model is overloaded.", status: "UNAVAILABLE", details: [] } },
);
const anyFrame = fc
  .oneof(
    { weight: 6, arbitrary: said },
    { weight: 3, arbitrary: ended },
    { weight: 2, arbitrary: counted },
    { weight: 1, arbitrary: refused },
  )
  .chain(anySpoiled)
  .map((frame) => `data: ${toJson(frame)}`);
/** What no frame is: comments, other fields, text. */
const anyNoise = fc.constantFrom(": ping", "event: message", "data:", "data: [DONE]", "<html>");
const anyStream = fc
  .record({
    frames: fc.array(
      fc.oneof({ weight: 15, arbitrary: anyFrame }, { weight: 1, arbitrary: anyNoise }),
      { maxLength: 6 },
    ),
    gap: fc.constantFrom("\n\n", "\r\n\r\n", "\r\r"),
  })
  .map(({ frames, gap }) => frames.map((frame) => frame + gap).join(""));

/** A reply of Gemini as nobody has described it: any frames in any order, any of their fields wrong, any split. */
export const anyGeminiReply: fc.Arbitrary<Reply> = anyReply(
  anyStream,
  anyStatus,
  "text/event-stream",
);
