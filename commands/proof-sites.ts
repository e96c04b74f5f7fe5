/**
 * `npm run proof:sites`: starts real sites from packages (WordPress 6.1 and 6.7 with three kinds of
 * addresses each, and Ghost 6) and holds them to the contract of the fake ones. They are installed
 * outside the repository, the first time for a quarter of an hour; needs Debian and root for that.
 * `npm run proof:sites -- faults` runs the one file of that name.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { installGhost } from "../tests/sites/install-ghost";
import { installNewerWordpress, installOlderWordpress } from "../tests/sites/install-wordpress";
import type { Started } from "../tests/sites/run-command";
import type { SiteUnderTest } from "../tests/sites/site-under-test";
import { startGhost } from "../tests/sites/start-ghost";
import { startMariadb } from "../tests/sites/start-mariadb";
import { ADDRESS_KINDS, startWordpress } from "../tests/sites/start-wordpress";
import { findChromium } from "./find-chromium";

const folder = process.env.SITES_FOLDER ?? path.join(homedir(), ".cache/alwrity-sites");
const started: Started[] = [];
const sites: SiteUnderTest[] = [];

mkdirSync(folder, { recursive: true });
const sources = [await installOlderWordpress(folder), await installNewerWordpress(folder)];
const ghost = await installGhost(folder);
const database = await startMariadb(folder);
started.push(database);
for (const source of sources)
  for (const addresses of ADDRESS_KINDS) {
    const site = await startWordpress(source, addresses, database);
    started.push(site);
    const users = Object.entries(site.users).map(([name, password]) => [name, { name, password }]);
    const name = `${path.basename(source)} ${addresses}`;
    sites.push({ name, kind: "wordpress", url: site.url, users: Object.fromEntries(users) });
  }
const blog = await startGhost(ghost.source, ghost.node, database);
started.push(blog);
sites.push({
  name: path.basename(ghost.source),
  kind: "ghost",
  url: blog.url,
  key: blog.key,
  users: {},
});

const file = path.join(folder, "sites.json");
writeFileSync(file, JSON.stringify(sites), { mode: 0o600 });
const env = { ...process.env, REAL_SITES: file, PROOF: "1", CHROMIUM_PATH: findChromium() };
const { status } = spawnSync(
  "npx",
  ["vitest", "run", "--project", "sites", ...process.argv.slice(2)],
  {
    stdio: "inherit",
    env,
  },
);
for (const one of started.reverse()) one.stop();
process.exit(status ?? 1);
