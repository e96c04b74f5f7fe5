import { test } from "vitest";
import { killOften, type Place, reportKills, SCENARIO } from "../world/servers/kill-runs";
import { pickPort, startApp } from "../world/servers/start-app";
import { saveKeys, startProduction } from "../world/servers/start-production";

test("a production server that is killed at any moment finishes its runs after a restart, and pays for no finished step again", async () => {
  const server = await startProduction();
  await server.halt();
  const port = await pickPort();
  const url = `http://localhost:${port}`;
  const place: Place = {
    database: server.database,
    start: () => startApp(server.env, { port }),
    close: server.stop,
  };
  const makeCall = async () => {
    const tester = server.tester(SCENARIO);
    await saveKeys({ ...tester, call: tester.callAt(url) });
    return { call: tester.callAt(url) };
  };
  reportKills("engine in Postgres", await killOften(place, makeCall));
  await place.close();
}, 3_000_000);
