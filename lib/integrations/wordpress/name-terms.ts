import "server-only";
import { z } from "zod";
import type { GuardOptions } from "../../http/guarded-fetch";
import { readSite, writeSite } from "../ask-site";
import type { Login } from "../publisher";
import { authorize } from "./authorize";
import { decodeEntities } from "./decode-entities";
import { restUrl, rootOf } from "./rest-url";
import { readMessage } from "./wordpress-post";

type Taxonomy = "tags" | "categories";
const term = z.object({ id: z.number(), name: z.string() });
/** What WordPress answers when a name is taken says whose it is. */
const taken = z.object({ code: z.literal("term_exists"), data: z.object({ term_id: z.number() }) });
/** The ids of tags or categories by their names. Those that the site has not are made. */
export async function nameTerms(
  login: Login,
  { taxonomy, names }: { taxonomy: Taxonomy; names: readonly string[] },
  options: GuardOptions,
): Promise<number[]> {
  const ids: number[] = [];
  for (const name of names) {
    const found = await findTerm(login, { taxonomy, name }, options);
    ids.push(found ?? (await makeTerm(login, { taxonomy, name }, options)));
  }
  return [...new Set(ids)];
}

type Named = { taxonomy: Taxonomy; name: string };

async function findTerm(
  login: Login,
  { taxonomy, name }: Named,
  options: GuardOptions,
): Promise<number | undefined> {
  const url = restUrl(rootOf(login), `wp/v2/${taxonomy}`, { search: name, per_page: "100" });
  const asking = { schema: z.array(term), readMessage, missing: "site_not_recognised" as const };
  const found = await readSite(url, asking, { ...options, headers: authorize(login) });
  return found.find((one) => sameName(decodeEntities(one.name), name))?.id;
}

function sameName(one: string, other: string): boolean {
  return one.toLocaleLowerCase() === other.toLocaleLowerCase();
}

async function makeTerm(
  login: Login,
  { taxonomy, name }: Named,
  options: GuardOptions,
): Promise<number> {
  const write = {
    ...{
      method: "POST" as const,
      json: { name },
      readMessage,
      missing: "site_not_recognised" as const,
    },
    schema: z.union([term, taken]),
    accepts: (body: unknown) => taken.safeParse(body).success,
  };
  const url = restUrl(rootOf(login), `wp/v2/${taxonomy}`);
  const made = await writeSite(url, write, { ...options, headers: authorize(login) });
  return "id" in made ? made.id : made.data.term_id;
}
