import { expect, test } from "vitest";
import type { SitePost } from "@/lib/integrations/publisher";
import { getPublisher } from "@/lib/integrations/registry";
import { decodeEntities } from "@/lib/integrations/wordpress/decode-entities";
import {
  OPTIONS,
  openLogin,
  readAsStranger,
  type SiteUnderTest,
  writeArticle,
} from "./site-under-test";

const LIVE = { as: "live" as const };
/** WordPress has two plug-ins here that keep them; Ghost does so by itself. */
const KEEPERS = { wordpress: 2, ghost: 1 };

/** What a site tells in a page's head of the original's address and the picture of shared links, where it takes both. */
export function holdToSharing(name: string, open: () => SiteUnderTest): void {
  test(`${name}: the original's address and the picture of shared links are told, and stay when they are not told again`, async () => {
    const site = open();
    const login = await openLogin(site);
    const publisher = getPublisher(site.kind);
    const { takes } = await publisher.readFacts(login, OPTIONS);
    expect(takes).toMatchObject({ canonical: true, picture: true });
    const update = async ({ id }: SitePost, told: Told | undefined) => {
      const present = await publisher.read(login, id, OPTIONS);
      if (!present) throw new Error("The post is not there.");
      const article = writeArticle(site.kind, toWritten(told));
      return publisher.update(login, { present, article, timing: LIVE }, OPTIONS);
    };
    const [first, second] = [
      { canonical: "https://example.org/first", picture: "https://example.org/heat.jpg" },
      { canonical: "https://example.org/2nd?a=1", picture: "https://example.org/cold.jpg" },
    ];
    const article = writeArticle(site.kind, toWritten(first));
    const made = await publisher.create(login, { article, timing: LIVE }, OPTIONS);
    const keepers = KEEPERS[site.kind];
    expect(await readHead(made)).toEqual(Array(keepers).fill(first));
    expect(await readHead(await update(made, undefined))).toEqual(Array(keepers).fill(first));
    expect(await readHead(await update(made, second))).toEqual(Array(keepers).fill(second));
  });
}

type Told = { canonical: string; picture: string };

function toWritten(told: Told | undefined) {
  return told ? { canonical: told.canonical, picture: { url: told.picture, alt: "A pump" } } : {};
}

/** What each keeper tells, the site's own address for itself aside. */
async function readHead(post: Pick<SitePost, "url">): Promise<Told[]> {
  const { page } = await readAsStranger(post);
  const read = (tag: RegExp) =>
    [...page.matchAll(tag)].map(([, address = ""]) => decodeEntities(address));
  const pictures = read(/<meta property="og:image" content="([^"]*)"/g);
  return read(/<link rel="canonical" href="([^"]*)"/g)
    .filter((canonical) => canonical.includes("example.org"))
    .map((canonical, at) => ({ canonical, picture: pictures[at] ?? "" }));
}
