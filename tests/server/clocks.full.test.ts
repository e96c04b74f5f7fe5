import { expect, test } from "vitest";
import { mintSessionToken } from "../clerk/test-instance";
import { pickPort, startApp } from "../world/servers/start-app";
import { saveKeys, startProduction } from "../world/servers/start-production";
import { waitUntil } from "../world/wait-until";

const OFF_MS = 300_000;

test.for([OFF_MS, -OFF_MS])(
  "a server whose clock is off by %d ms sleeps over a quota no longer than others, and its run is begun once",
  async (offMs) => {
    const right = await startProduction();
    await right.halt();
    const CLOCK = new Date(Date.now() + offMs).toISOString();
    const imports = ["tests/world/servers/set-clock.mjs"];
    const app = await startApp({ ...right.env, CLOCK }, { port: await pickPort(), imports });
    const tester = right.tester("prose+times:1+quota-minute:3");
    const call = await logIn(app.url, { userId: tester.userId, azp: right.url });
    await saveKeys({ ...tester, call: async (_method, path, body) => call(path, Object(body)) });
    const answer = await call("/api/blog/generate", {
      topic: "Caching in Next.js",
      wordCount: 300,
    });
    const { id }: { id: string } = await answer.json();
    const read = async () => (await call(`/api/blog/posts/${id}`)).json();
    const post = await waitUntil("the end of the run", async () => {
      const now = await read();
      return now.finishedAt && now;
    });
    expect(post).toMatchObject({ status: "ready" });
    const [row] = await right.database.sql`SELECT attempt FROM posts WHERE id = ${id}`;
    expect(row?.attempt).toBe(1);
    expect(app.output()).toContain("This machine's clock differs from the database's");
    await app.stop();
    await right.stop();
  },
);

/** With a token that is good by either clock: its own is right only once the server has asked. */
async function logIn(url: string, session: { userId: string; azp: string }) {
  const issued = Math.floor((Date.now() - 2 * OFF_MS) / 1_000);
  const claims = { iat: issued, nbf: issued };
  const expiresInSeconds = (4 * OFF_MS) / 1_000;
  const token = await mintSessionToken({ ...session, expiresInSeconds, claims });
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  return (path: string, body?: object) =>
    fetch(`${url}${path}`, {
      headers,
      ...(body && { method: "POST", body: JSON.stringify(body) }),
    });
}
