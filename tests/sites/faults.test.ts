import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { setUpDatabase } from "../world/database/set-up-database";
import { reportFigure } from "../world/report-figure";
import { scaled } from "../world/scale";
import { listThere } from "./change-there";
import { FAULT_KINDS, type FaultySite, meetFaults } from "./meet-faults";
import { type FaultyWay, openFaultyWay } from "./open-faulty-way";
import type { SiteUnderTest } from "./site-under-test";

setUpDatabase();
/** Written by `npm run proof:sites`: the servers that it has started. */
const real: SiteUnderTest[] = JSON.parse(readFileSync(process.env.REAL_SITES ?? "", "utf8"));
const POSTS = scaled(50);
const FAULTS = POSTS * 2;
/** A real site takes seconds for a post. */
const LONGEST_MS = 1_800_000;
const ways: FaultyWay[] = [];
const sites: FaultySite[] = [];

beforeAll(async () => {
  process.env.DEBUG = "true";
  for (const site of real) {
    const way = await openFaultyWay(site.url);
    ways.push(way);
    const list = (words: string) => listThere(site, words);
    sites.push({ site: { ...site, url: way.url }, faults: way.faults, listThere: list });
  }
});
afterAll(() => {
  delete process.env.DEBUG;
  for (const way of ways) way.close();
});

test(
  "whatever happens on the way to real sites, each post is there once in the end, and it is said what happened",
  async () => {
    const outcome = await meetFaults(sites, { posts: POSTS, faults: FAULTS });
    expect(outcome).toEqual({ doubled: [], lost: [], misnamed: [] });
    reportFigure(
      `Faults at random on the way to ${real.length} real sites: posts that were doubled or lost`,
      `0 doubled, 0 lost of ${POSTS} posts after ${FAULTS} faults of ${FAULT_KINDS} kinds`,
    );
  },
  LONGEST_MS,
);
