import type { BrowserContext } from "playwright";
import { z } from "zod";
import { INFO } from "@/lib/copilot/stream/describe-info";
import { COPILOT_CLOUD } from "@/lib/http/content-security-policy";

/** One request to Copilot Cloud: what it asked, and with which public key. */
type Asked = { method: string; key: string | undefined };

const asked = z.object({
  method: z.string(),
  body: z.object({ threadId: z.string(), runId: z.string() }).optional(),
});
const CORS = { "access-control-allow-origin": "*", "access-control-allow-headers": "*" };

/** Answers in place of Copilot Cloud in a browser. @returns what it was asked, as it comes. */
export async function standInForCloud(context: BrowserContext): Promise<Asked[]> {
  const heard: Asked[] = [];
  await context.route(`${COPILOT_CLOUD}/**`, async (route) => {
    const request = route.request();
    if (request.method() === "OPTIONS") return route.fulfill({ status: 204, headers: CORS });
    const { method, body } = asked.parse(request.postDataJSON());
    heard.push({ method, key: request.headers()["x-copilotcloud-public-api-key"] });
    if (!body) return route.fulfill({ json: INFO, headers: CORS });
    const contentType = "text/event-stream";
    await route.fulfill({ contentType, headers: CORS, body: writeAnswer(body) });
  });
  return heard;
}

function writeAnswer(run: { threadId: string; runId: string }): string {
  const messageId = crypto.randomUUID();
  const events = [
    { type: "RUN_STARTED", ...run },
    { type: "TEXT_MESSAGE_START", messageId, role: "assistant" },
    { type: "TEXT_MESSAGE_CONTENT", messageId, delta: "Said by the cloud." },
    { type: "TEXT_MESSAGE_END", messageId },
    { type: "RUN_FINISHED", ...run },
  ];
  return events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join("");
}
