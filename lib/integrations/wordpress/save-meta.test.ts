import { expect, test } from "vitest";
import { OPTIONS, writeArticle } from "@/tests/sites/site-under-test";
import { startFakeSite } from "@/tests/world/sites/start-fake-site";
import { Secret } from "../../secret";
import { saveMeta } from "./save-meta";

const canonical = "https://example.org/original";
const picture = { url: "https://example.org/heat.jpg", alt: "A pump" };

async function save(names: string[]) {
  const site = await startFakeSite((_path, { method }) => {
    const properties = names.length > 0 ? Object.fromEntries(names.map((name) => [name, {}])) : [];
    const known = { schema: { properties: { meta: { properties } } } };
    return { status: 200, body: method === "OPTIONS" || method === "GET" ? known : {} };
  });
  const login = {
    ...{ siteUrl: site.url, apiRoot: `${site.url}/wp-json/` },
    ...{ username: "anna", secret: new Secret("wordpress", "abcd efgh ijkl mnop") },
  };
  const article = writeArticle("wordpress", { canonical, picture });
  const refused = await saveMeta(login, { id: "7", article }, OPTIONS);
  site.close();
  const sent = site.requests.filter(({ method }) => method === "POST");
  return { refused, sent: sent.map(({ body }) => JSON.parse(body).meta) };
}

test("each plug-in is told the original's address and the picture under its own names", async () => {
  const yoast = await save([
    "_yoast_wpseo_title",
    "_yoast_wpseo_canonical",
    "_yoast_wpseo_opengraph-image",
    "_yoast_wpseo_twitter-image",
  ]);
  expect(yoast.refused).toBeNull();
  expect(yoast.sent).toEqual([
    {
      _yoast_wpseo_title: "Heat for search engines",
      _yoast_wpseo_canonical: canonical,
      "_yoast_wpseo_opengraph-image": picture.url,
      "_yoast_wpseo_twitter-image": picture.url,
    },
  ]);
  const rank = await save(["rank_math_canonical_url", "rank_math_facebook_image"]);
  expect(rank.sent).toEqual([
    { rank_math_canonical_url: canonical, rank_math_facebook_image: picture.url },
  ]);
  expect((await save([])).sent).toEqual([]);
});
