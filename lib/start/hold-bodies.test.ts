import { createServer, type Server } from "node:http";
import { connect, Server as NetServer } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { holdBodies } from "./hold-bodies";
import { limitSlowBodies } from "./limit-slow-bodies";
import { onRequest } from "./on-request";

let server: Server;
let port: number;
const { emit } = NetServer.prototype;
/** How much of each body was there when the framework was asked. */
const seen: number[] = [];

beforeAll(async () => {
  server = createServer((asked, answer) => {
    seen.push(asked.readableLength);
    asked.resume().once("end", () => answer.end("a reply"));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  port = typeof address === "object" && address ? address.port : 0;
});
afterAll(() => {
  NetServer.prototype.emit = emit;
  server.close();
});

/** Sends a body in parts, each once the one before it is out, and reads what comes back. */
async function sendParts(parts: string[], length: number): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  const answer = text(socket);
  socket.write(
    `POST /api/x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: ${length}\r\n\r\n`,
  );
  for (const part of parts) {
    await new Promise((resolve) => setTimeout(resolve, 30));
    await new Promise((resolve) => socket.write(part, resolve));
  }
  return answer;
}

test("a body reaches the framework whole, however it comes, and one that does not come never does", async () => {
  holdBodies();
  limitSlowBodies(1);
  expect(await sendParts(["{", '"a"', ":1}"], 7)).toMatch(/^HTTP\/1\.1 200 .*a reply$/s);
  expect(seen).toEqual([7]);
  const large = "x".repeat(100_000);
  expect(await sendParts([large, large], 200_000)).toMatch(/^HTTP\/1\.1 200 .*a reply$/s);
  expect(seen[1]).toBeGreaterThan(10_000);
  expect(await sendParts([], 0)).toMatch(/^HTTP\/1\.1 200 /);
  expect(await sendParts(["{"], 100)).toMatch(/^HTTP\/1\.1 408 /);
  expect(seen).toHaveLength(3);
});

test("a body that has arrived while its request waited for something else is neither waited for again nor called slow", async () => {
  Object.assign(NetServer.prototype, { emit });
  holdBodies();
  onRequest(() => ({ hold: (goOn) => void setTimeout(goOn, 300) }));
  limitSlowBodies(0.1);
  expect(await sendParts(['{"a":1}'], 7)).toMatch(/^HTTP\/1\.1 200 .*a reply$/s);
  const large = "x".repeat(100_000);
  expect(await sendParts([large, large], 200_000)).toMatch(/^HTTP\/1\.1 200 .*a reply$/s);
});
