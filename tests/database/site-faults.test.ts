import { afterAll, beforeAll, expect, test } from "vitest";
import { FAULT_KINDS, type FaultySite, meetFaults } from "../sites/meet-faults";
import { setUpDatabase } from "../world/database/set-up-database";
import { reportFigure } from "../world/report-figure";
import { scaled } from "../world/scale";
import { GHOST_KEY, startFakeGhost } from "../world/sites/fake-ghost";
import { startFakeWordpress } from "../world/sites/fake-wordpress";
import { WORDPRESS_USER } from "../world/sites/fake-wordpress-users";

setUpDatabase();
const POSTS = scaled(50);
const FAULTS = Math.max(POSTS * 2, FAULT_KINDS);
const started: { close: () => void }[] = [];
const sites: FaultySite[] = [];

beforeAll(async () => {
  process.env.DEBUG = "true";
  const [wordpress, ghost] = await Promise.all([startFakeWordpress(), startFakeGhost()]);
  for (const { faults } of [wordpress, ghost]) faults.slowMs = 60;
  started.push(wordpress, ghost);
  const { url } = wordpress;
  sites.push(
    {
      site: { name: "WordPress", kind: "wordpress", url, users: { admin: WORDPRESS_USER } },
      faults: wordpress.faults,
      listThere: async (words) =>
        [...wordpress.posts.values()]
          .filter(({ content, status }) => content.includes(words) && status !== "trash")
          .map(({ id }) => String(id)),
    },
    {
      site: { name: "Ghost", kind: "ghost", url: ghost.url, key: GHOST_KEY, users: {} },
      faults: ghost.faults,
      listThere: async (words) =>
        [...ghost.posts.values()].filter(({ html }) => html.includes(words)).map(({ id }) => id),
    },
  );
});
afterAll(() => {
  delete process.env.DEBUG;
  for (const site of started) site.close();
});

test("whatever happens to a publication, it is there once in the end, and each time it is said what happened", async () => {
  const outcome = await meetFaults(sites, { posts: POSTS, faults: FAULTS });
  expect(outcome).toEqual({ doubled: [], lost: [], misnamed: [] });
  reportFigure(
    "Faults of sites at random over publications: posts that were doubled or lost",
    `0 doubled, 0 lost of ${POSTS} posts after ${FAULTS} faults of ${FAULT_KINDS} kinds`,
  );
}, 300_000);
