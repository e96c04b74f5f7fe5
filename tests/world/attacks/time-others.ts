import { Agent, request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";

/** A request that somebody else makes meanwhile. */
export type Look = { path: string; token: string };

/** Between two requests of others, in milliseconds: they are people. */
const APART_MS = 50;

/**
 * Sends the requests by turns at an even pace, whatever the answers take, and times each to its last byte.
 *
 * @returns their p50 and p99 in milliseconds.
 * @throws Error for an answer that is not 200.
 */
export async function timeOthers(url: string, looks: Look[], count: number) {
  const agent = new Agent({ keepAlive: true });
  const taken: Promise<number>[] = [];
  for (let at = 0; at < count; at += 1) {
    const look = looks[at % looks.length];
    if (look) taken.push(time(url, look, agent));
    await pause(APART_MS);
  }
  const times = (await Promise.all(taken)).sort((a, b) => a - b);
  agent.destroy();
  const part = (of: number) => times[Math.ceil(of * times.length) - 1] ?? 0;
  return { p50: part(0.5), p99: part(0.99) };
}

function time(url: string, { path, token }: Look, agent: Agent): Promise<number> {
  const start = performance.now();
  const headers = { authorization: `Bearer ${token}` };
  return new Promise((resolve, reject) => {
    const sent = request(`${url}${path}`, { agent, headers }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${path}: ${answer.statusCode}`));
      answer.resume().once("end", () => resolve(performance.now() - start));
    });
    sent.once("error", reject).end();
  });
}
