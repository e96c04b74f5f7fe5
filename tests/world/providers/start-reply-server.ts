import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setImmediate as pause } from "node:timers/promises";
import type { Reply } from "./any-reply";

/** A provider that answers each key with the reply that was laid out for it, whatever it is asked. */
export type ReplyServer = {
  url: string;
  lay: (key: string, reply: Reply) => void;
  close: () => Promise<void>;
};

/** Starts one on loopback. */
export async function startReplyServer(): Promise<ReplyServer> {
  const laid = new Map<string, Reply>();
  const server = createServer((request, response) => {
    request.resume();
    const reply = laid.get(readKey(request));
    if (reply) void send(response, reply);
    else response.writeHead(500).end();
  });
  await new Promise<void>((ready) => server.listen(0, "localhost", ready));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("Not a TCP server");
  return {
    url: `http://localhost:${address.port}`,
    lay: (key, reply) => laid.set(key, reply),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function readKey({ headers }: IncomingMessage): string {
  return String(headers["x-goog-api-key"] ?? headers["x-api-key"]);
}

async function send(response: ServerResponse, reply: Reply): Promise<void> {
  response.writeHead(reply.status, { "content-type": reply.type });
  for (const piece of reply.pieces) {
    response.write(piece);
    await pause();
  }
  if (reply.breaks) response.destroy();
  else response.end();
}
