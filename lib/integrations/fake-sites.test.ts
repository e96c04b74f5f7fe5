import { afterAll, beforeAll } from "vitest";
import { holdToContract } from "@/tests/sites/hold-to-contract";
import { holdToSharing } from "@/tests/sites/hold-to-sharing";
import type { SiteUnderTest } from "@/tests/sites/site-under-test";
import { GHOST_KEY, startFakeGhost } from "@/tests/world/sites/fake-ghost";
import { startFakeWordpress } from "@/tests/world/sites/fake-wordpress";
import {
  WORDPRESS_AUTHOR,
  WORDPRESS_CONTRIBUTOR,
  WORDPRESS_READER,
  WORDPRESS_USER,
} from "@/tests/world/sites/fake-wordpress-users";
import type { FakeSite } from "@/tests/world/sites/start-fake-site";

/** The fake sites are held to what the real ones are: `npm run proof:sites` runs the same on those. */
const users = {
  admin: WORDPRESS_USER,
  author: WORDPRESS_AUTHOR,
  contributor: WORDPRESS_CONTRIBUTOR,
  subscriber: WORDPRESS_READER,
};
/** What tests/sites/wordpress/seo-fields.php registers, as far as the contract reads it. */
const FIELDS = [
  ...["_yoast_wpseo_canonical", "_yoast_wpseo_opengraph-image"],
  ...["rank_math_canonical_url", "rank_math_facebook_image"],
];
const FAKES = {
  "wordpress pretty": () => startFakeWordpress("pretty", FIELDS),
  "wordpress plain": () => startFakeWordpress("plain"),
  "wordpress subdirectory": () => startFakeWordpress("subdirectory"),
  ghost: startFakeGhost,
};
const started: Record<string, FakeSite> = {};

beforeAll(async () => {
  for (const [name, start] of Object.entries(FAKES)) started[name] = await start();
});
afterAll(() => {
  for (const site of Object.values(started)) site.close();
});

function openFake(name: string): SiteUnderTest {
  const url = started[name]?.url ?? "";
  return name === "ghost"
    ? { name, kind: "ghost", url, key: GHOST_KEY, users: {} }
    : { name, kind: "wordpress", url, users };
}

for (const name of Object.keys(FAKES)) {
  const whole = name === "ghost" || name === "wordpress pretty";
  holdToContract(name, () => openFake(name), whole ? "all" : "addresses");
  if (whole) holdToSharing(name, () => openFake(name));
}
