import { createServer, type IncomingMessage, type Server } from "node:http";
import { connect, Server as NetServer } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { hasArrived, holdBodies } from "./hold-bodies";
import { limitSlowBodies } from "./limit-slow-bodies";
import { onRequest } from "./on-request";

let server: Server;
let port: number;
const { emit } = NetServer.prototype;
/** How much of each body was there when the framework was asked. */
const seen: number[] = [];
/** The limit of a slow body. Its clock goes on only as a test says. */
const SECONDS = 20;

beforeAll(async () => {
  server = createServer((asked, answer) => {
    seen.push(asked.readableLength);
    asked.resume().once("end", () => answer.end("a reply"));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  port = typeof address === "object" && address ? address.port : 0;
});
afterAll(() => void server.close());
beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => {
  vi.useRealTimers();
  NetServer.prototype.emit = emit;
});

/** Waits, in the world's own time, until something is so. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await pause(5);
}

/** Sends a body in parts, each once the one before it is out, and reads what comes back. */
async function sendParts(parts: string[], length: number): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  const answer = text(socket);
  socket.write(
    `POST /api/x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: ${length}\r\n\r\n`,
  );
  for (const part of parts) {
    await pause(30);
    await new Promise((resolve) => socket.write(part, resolve));
  }
  return answer;
}

test("a body reaches the framework whole, however it comes, and one that does not come never does", async () => {
  holdBodies();
  limitSlowBodies(SECONDS);
  expect(await sendParts(["{", '"a"', ":1}"], 7)).toMatch(/^HTTP\/1\.1 200 .*a reply$/s);
  expect(seen).toEqual([7]);
  const large = "x".repeat(100_000);
  expect(await sendParts([large, large], 200_000)).toMatch(/^HTTP\/1\.1 200 .*a reply$/s);
  expect(seen[1]).toBeGreaterThan(10_000);
  expect(await sendParts([], 0)).toMatch(/^HTTP\/1\.1 200 /);
  const slow = sendParts(["{"], 100);
  await until(() => vi.getTimerCount() > 0);
  vi.advanceTimersByTime(SECONDS * 1000);
  expect(await slow).toMatch(/^HTTP\/1\.1 408 /);
  expect(seen).toHaveLength(3);
});

test("a body that has arrived while its request waited for something else is neither waited for again nor called slow", async () => {
  const waiting: { request: IncomingMessage; goOn: () => void }[] = [];
  holdBodies();
  onRequest((request) => ({ hold: (goOn) => void waiting.push({ request, goOn }) }));
  limitSlowBodies(SECONDS);
  const large = "x".repeat(100_000);
  for (const parts of [['{"a":1}'], [large, large]]) {
    const answer = sendParts(parts, parts.join("").length);
    await until(() => waiting.some(({ request }) => hasArrived(request)));
    vi.advanceTimersByTime(3 * SECONDS * 1000);
    waiting.pop()?.goOn();
    expect(await answer).toMatch(/^HTTP\/1\.1 200 .*a reply$/s);
  }
});
