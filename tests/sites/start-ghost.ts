import { writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { findFreePort } from "@/commands/find-free-port";
import { type Started, startServer, waitForAnswer } from "./run-command";
import type { Mariadb } from "./start-mariadb";

/** A running Ghost and the Admin API key of an integration of its own. */
export type RealGhost = Started & { url: string; key: string };

const OWNER = { name: "Owner", email: "owner@example.org", password: "owner-pass-1234567" };
const made = z.object({
  integrations: z.tuple([
    z.object({ api_keys: z.array(z.object({ type: z.string(), secret: z.string() })) }),
  ]),
});

/** Starts the Ghost of a folder on a database of its own, and sets it up where it is new. */
export async function startGhost(
  source: string,
  node: string,
  database: Mariadb,
): Promise<RealGhost> {
  await database.run("CREATE DATABASE IF NOT EXISTS ghost CHARACTER SET utf8mb4");
  const port = await findFreePort(8_500);
  const url = `http://127.0.0.1:${port}`;
  const connection = { socketPath: database.socket, user: "root", password: "", database: "ghost" };
  const configuration = {
    ...{ url, server: { port, host: "127.0.0.1" }, database: { client: "mysql", connection } },
    ...{ mail: { transport: "Direct" }, logging: { transports: ["stdout"], level: "error" } },
    ...{
      privacy: { useUpdateCheck: false, useGravatar: false },
      imageOptimization: { resize: false },
    },
  };
  writeFileSync(path.join(source, "config.development.json"), JSON.stringify(configuration));
  const env = { ...process.env, NODE_ENV: "development" as const };
  const log = path.join(source, "ghost.log");
  const server = startServer(node, ["index.js"], { cwd: source, env, log });
  await waitForAnswer(`${url}/ghost/api/admin/site/`, 300);
  return { ...server, url, key: await makeKey(url) };
}

async function makeKey(url: string): Promise<string> {
  const send = async (path: string, body: object, cookie = "") => {
    const answer = await fetch(`${url}/ghost/api/admin/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: url, cookie },
      body: JSON.stringify(body),
    });
    return { cookie: answer.headers.get("set-cookie") ?? "", text: await answer.text() };
  };
  await send("authentication/setup/", { setup: [{ ...OWNER, blogTitle: "Lab" }] });
  const { email: username, password } = OWNER;
  const { cookie } = await send("session/", { username, password });
  const body = { integrations: [{ name: `Contract ${Date.now()}` }] };
  const answer = await send("integrations/?include=api_keys", body, cookie.split(";")[0]);
  const [{ api_keys: keys }] = made.parse(JSON.parse(answer.text)).integrations;
  return keys.find(({ type }) => type === "admin")?.secret ?? "";
}
