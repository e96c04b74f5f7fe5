import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createDatabase, type TestDatabase } from "../database/create-database";
import { type App, startApp } from "./start-app";

/** A development server as a suite is told of it. */
export type Lent = { url: string; folder: string; databaseUrl: string };
type Member = { app: App; database: TestDatabase; idle: boolean };
type World = { serverUrl: string; sandboxUrl: string };

/**
 * Lends development servers to suites, each to one at a time: a server that has warmed up answers in a
 * fraction of the time, and no more are started than suites run at once.
 *
 * `POST /take` answers with one, `POST /give` with its address takes it back, `GET /output` with its
 * address is what it has printed so far.
 */
export async function openDevelopmentPool(world: World) {
  const members: Member[] = [];
  const find = (url: string | null) => members.find(({ app }) => app.url === url);
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "", "http://pool");
    const member = find(searchParams.get("url"));
    const fail = (error: unknown) => response.writeHead(500).end(String(error));
    if (pathname === "/take")
      take(members, world).then((lent) => response.end(JSON.stringify(lent)), fail);
    else if (pathname === "/output") response.end(member?.app.output());
    else {
      if (member) member.idle = true;
      response.end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    server.close();
    await Promise.all(members.map(({ app }) => app.stop()));
    await Promise.all(members.map(({ database }) => database.drop()));
  };
  return { url: `http://127.0.0.1:${port}`, close };
}

async function take(members: Member[], world: World): Promise<Lent> {
  const member = members.find(({ idle }) => idle) ?? (await start(members, world));
  member.idle = false;
  const { app, database } = member;
  return { url: app.url, folder: app.folder, databaseUrl: database.url };
}

async function start(members: Member[], { serverUrl, sandboxUrl }: World): Promise<Member> {
  const database = await createDatabase({ serverUrl });
  const app = await startApp({
    DEBUG: "true",
    DATABASE_URL: database.url,
    GEMINI_BASE_URL: sandboxUrl,
    EXA_BASE_URL: sandboxUrl,
  });
  const member = { app, database, idle: false };
  members.push(member);
  return member;
}
