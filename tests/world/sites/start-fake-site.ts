import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * What a site answers: a status, its headers, and a body that is sent as JSON unless it is text; one that
 * breaks off promises all of it, sends the first half and hangs up.
 */
export type FakeAnswer = {
  status: number;
  headers?: Record<string, string>;
  body: unknown;
  breaksOff?: true;
};
/** A publishing system on loopback, and every request it has received. */
export type FakeSite = {
  url: string;
  requests: {
    method: string;
    path: string;
    authorization: string | undefined;
    body: string;
  }[];
  close: () => void;
};

/** Serves `answer` on a free port of 127.0.0.1. */
export async function startFakeSite(
  answer: (
    path: string,
    request: IncomingMessage,
    body: string,
  ) => FakeAnswer | Promise<FakeAnswer>,
): Promise<FakeSite> {
  const requests: FakeSite["requests"] = [];
  const server = createServer(async (request, response) => {
    const path = request.url ?? "/";
    const sent = await readBody(request);
    const { method = "GET", headers: received } = request;
    requests.push({ method, path, authorization: received.authorization, body: sent });
    const answered = await answer(path, request, sent);
    const { status, headers = {}, body, breaksOff } = answered;
    const type = typeof body === "string" ? "text/html; charset=utf-8" : "application/json";
    const bytes = Buffer.from(toText(answered));
    response.writeHead(status, {
      "content-type": type,
      "content-length": bytes.length,
      ...headers,
    });
    if (!breaksOff) return response.end(bytes);
    response.write(bytes.subarray(0, bytes.length / 2), () => request.socket.destroy());
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${port}`, requests, close };
}

/** The body as it is sent. */
export function toText({ body }: Pick<FakeAnswer, "body">): string {
  return typeof body === "string" ? body : JSON.stringify(body);
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
