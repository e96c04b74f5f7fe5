import { createSocket, type Socket } from "node:dgram";
import { afterEach, expect, test } from "vitest";
import { LIMITS } from "../../limits/registry";
import { resolveName } from "./resolve-name";

let silent: Socket | undefined;
afterEach(() => {
  silent?.close();
  silent = undefined;
});

/** A name server that hears and never answers. */
async function openSilentServer(hear: (name: string) => void): Promise<string> {
  const socket = createSocket("udp4");
  silent = socket;
  socket.on("message", (message) => hear(readQuestion(message)));
  await new Promise<void>((resolve) => socket.bind(0, "127.0.0.1", resolve));
  return `127.0.0.1:${socket.address().port}`;
}

/** The first label of the name that is asked for. */
function readQuestion(message: Buffer): string {
  const length = message[12] ?? 0;
  return message.subarray(13, 13 + length).toString();
}

test("a name server that never answers is given up, and is asked for a few names at a time", async () => {
  const heard = new Set<string>();
  let givenUp = 0;
  let most = 0;
  const hear = (name: string) => {
    heard.add(name);
    most = Math.max(most, heard.size - givenUp);
  };
  const servers = [await openSilentServer(hear)];
  const names = Array.from({ length: LIMITS.nameLookups * 2 }, (_, index) => `site${index}.test`);
  const ask = (name: string) =>
    resolveName(name, { servers, seconds: 0.2 }).catch(() => {
      givenUp += 1;
    });
  await Promise.all(names.map(ask));
  expect([heard.size, givenUp]).toEqual([names.length, names.length]);
  expect(most).toBe(LIMITS.nameLookups);
});

test("localhost needs no name server", async () => {
  const servers = ["127.0.0.1:1"];
  expect(await resolveName("localhost", { servers })).toEqual(["127.0.0.1", "::1"]);
});
