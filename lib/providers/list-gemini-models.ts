import "server-only";
import { z } from "zod";
import type { Secret } from "../secret";
import { readGeminiProblem } from "./map-gemini-error";
import type { CallContext } from "./provider";

const PAGE_SIZE = 1_000;
/** More pages than this are no list of models. */
const MOST_PAGES = 10;

const count = z.int().positive().optional().catch(undefined);
const listed = z.object({
  name: z.string().regex(/^(models\/)?[\w.:-]{1,100}$/),
  displayName: z.string().min(1).max(100).optional().catch(undefined),
  inputTokenLimit: count,
  outputTokenLimit: count,
  supportedGenerationMethods: z.array(z.unknown()).catch([]),
  thinking: z.boolean().optional().catch(undefined),
});
const page = z.object({
  models: z.array(z.unknown()).catch([]),
  nextPageToken: z.string().min(1).optional().catch(undefined),
});

/** A model that the key may ask to generate, as Google lists it. Limits in tokens. */
export type GeminiModel = {
  id: string;
  name: string;
  inputTokenLimit: number | undefined;
  outputTokenLimit: number | undefined;
  thinks: boolean | undefined;
};

/** Models that generate something else than text, or for a conversation of another kind. */
const NO_WRITER =
  /\b(image|tts|audio|live|embedding|robotics|computer-use|aqa|veo|imagen|lyria|transcribe)\b/;

/**
 * The models that a key can write with, in Google's order; costs nothing. A row that cannot be read is
 * left out. The SDK has no such call, and following a redirect would carry the key elsewhere.
 *
 * @throws AppError with the code of what Google refused.
 */
export async function listGeminiModels(
  secret: Secret,
  { baseUrl, signal }: CallContext,
): Promise<GeminiModel[]> {
  const models: GeminiModel[] = [];
  let token: string | undefined = "";
  for (let read = 0; token !== undefined && read < MOST_PAGES; read += 1) {
    const more: string = token ? `&pageToken=${encodeURIComponent(token)}` : "";
    const response = await fetch(`${baseUrl}/v1beta/models?pageSize=${PAGE_SIZE}${more}`, {
      headers: { "x-goog-api-key": secret.open() },
      redirect: "manual",
      signal,
    });
    if (!response.ok) throw await readGeminiProblem(response);
    const { models: rows, nextPageToken } = page.parse(await response.json());
    models.push(...rows.flatMap(readRow));
    token = nextPageToken;
  }
  return models;
}

function readRow(row: unknown): GeminiModel[] {
  const read = listed.safeParse(row);
  if (!read.success || !read.data.supportedGenerationMethods.includes("generateContent")) return [];
  const { name, displayName, thinking, inputTokenLimit, outputTokenLimit } = read.data;
  const id = name.replace(/^models\//, "");
  if (NO_WRITER.test(id)) return [];
  return [{ id, name: displayName ?? id, inputTokenLimit, outputTokenLimit, thinks: thinking }];
}
