// A process of its own, so that what it does costs the measuring one nothing: attacks until it is ended.
import { readFileSync } from "node:fs";
import { request } from "node:http";
import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import type { Attack } from "./start-attack";

const attack: Attack = JSON.parse(readFileSync(0, "utf8"));
const { port } = new URL(attack.url);
const kinds = { streams, bodies, calls };
const seen = new Map<number, number>();
let serial = 0;

for (const kind of attack.kinds) void kinds[kind]();
process.once("SIGTERM", () => {
  process.stdout.write(JSON.stringify(Object.fromEntries(seen)));
  process.exit(0);
});

/** Opens streams at an even pace and reads all of them. */
async function streams(): Promise<void> {
  for (;;) {
    void send("GET", attack.paths[serial++ % attack.paths.length] ?? "/");
    await pause(1_000 / attack.perSecond);
  }
}

/** Bodies of which a byte comes now and then, always so many at once, with and without a login. */
async function bodies(): Promise<void> {
  const open = () => {
    const login = Math.random() < 0.5 ? `authorization: Bearer ${attack.token}\r\n` : "";
    const socket = connect(Number(port), "localhost");
    socket.write(
      `POST /api/blog/generate HTTP/1.1\r\nhost: localhost:${port}\r\n${login}content-type: application/json\r\ncontent-length: 9000\r\n\r\n{`,
    );
    const drip = setInterval(() => socket.write(" "), 200);
    socket.resume().on("error", () => {});
    socket.once("close", () => {
      clearInterval(drip);
      setTimeout(open, 100);
    });
  };
  for (let at = 0; at < attack.atOnce; at += 1) open();
}

/** The calls that it was given, one after the other, so many at once. */
async function calls(): Promise<void> {
  const work = async () => {
    for (;;) {
      const { method, path, body } = attack.calls[serial++ % attack.calls.length] ?? {};
      await send(method ?? "GET", path ?? "/", body);
      if (attack.perSecond > 0) await pause((1_000 * attack.atOnce) / attack.perSecond);
    }
  };
  await Promise.all(Array.from({ length: attack.atOnce }, work));
}

function send(method: string, path: string, body?: unknown): Promise<void> {
  const headers = { authorization: `Bearer ${attack.token}`, "content-type": "application/json" };
  return new Promise((resolve) => {
    const sent = request({ host: "localhost", port, method, path, headers }, (answer) => {
      const status = answer.statusCode ?? 0;
      seen.set(status, (seen.get(status) ?? 0) + 1);
      answer.resume().once("close", resolve);
    });
    sent.once("error", () => resolve());
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}
