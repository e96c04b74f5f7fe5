import { randomUUID } from "node:crypto";
import type { UserId } from "@/lib/auth/user-id";
import { AppError, errorRow } from "@/lib/errors";
import { connectIntegration } from "@/lib/integrations/connect-integration";
import { listIntegrations } from "@/lib/integrations/list-integrations";
import { publishPost } from "@/lib/publish/publish-post";
import { readPresent } from "@/lib/publish/read-present";
import { type PublishInput, publishBody } from "@/lib/publish/schema";
import { clerkUser } from "../world/database/save-key-directly";
import { insertReadyPost } from "../world/posts/insert-ready-post";
import type { Faults } from "../world/sites/site-faults";
import { changeThere } from "./change-there";
import { type SiteUnderTest, typeLogin } from "./site-under-test";

/** A site on whose way things go wrong. */
export type FaultySite = {
  site: SiteUnderTest;
  faults: Faults;
  /** The ids of the posts that hold these words there, those in the trash aside. */
  listThere: (words: string) => Promise<string[]>;
};
type Publication = FaultySite & { user: UserId; id: string; siteId: string };

const UNKNOWN = "The site did not say whether it took the post";
const CHANGED = "The post was changed on the site";
const GONE = "The post is no longer on the site";
/** What may be said of each kind, "" when the post was taken; an earlier fault may be said later. */
const WORDS = {
  cuts: [UNKNOWN],
  vanishes: [UNKNOWN],
  "breaks-off": [UNKNOWN],
  fails: [UNKNOWN],
  "fails-after": [UNKNOWN],
  "is-slow": [""],
  notices: [""],
  moved: ["The site has moved"],
  revoked: ["The site no longer accepts the saved login"],
  deleted: [""],
  changed: [""],
} as const;
type Kind = keyof typeof WORDS;
const KINDS = [
  ...(["cuts", "vanishes", "breaks-off", "fails", "fails-after", "is-slow", "notices"] as const),
  ...(["moved", "revoked", "deleted", "changed"] as const),
] satisfies Kind[];
/** How many kinds of fault there are. */
export const FAULT_KINDS = KINDS.length;

/** A sequence that is the same in every run. */
function openRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
}

/** What came of it: tries after which a post stood there twice, posts that were not there once in the end, wrong words. */
export type Outcome = { doubled: string[]; lost: string[]; misnamed: string[] };

/** Publishes `posts` posts on the sites in turn, again and again, while `faults` faults happen to them. */
export async function meetFaults(
  sites: readonly FaultySite[],
  { posts, faults }: { posts: number; faults: number },
): Promise<Outcome> {
  const random = openRandom(20_261_126);
  const all = await Promise.all(
    Array.from({ length: posts }, (_, at) => openPublication(sites[at % sites.length])),
  );
  const outcome: Outcome = { doubled: [], lost: [], misnamed: [] };
  for (let turn = 0; turn < faults; turn += 1) {
    const one = all[random(all.length)] ?? all[0];
    if (!one) throw new Error("There is no post.");
    const fault = KINDS[turn % KINDS.length] ?? "cuts";
    await cause(one, fault);
    const title = await attempt(one, { as: random(2) === 0 ? "live" : "draft" });
    one.faults.forget();
    const what = `${one.site.name}, ${fault}: ${title}`;
    if (![...WORDS[fault], CHANGED, GONE].includes(title)) outcome.misnamed.push(what);
    if ((await one.listThere(one.id)).length > 1) outcome.doubled.push(what);
  }
  for (const one of all) {
    const title = await publishOnce(one);
    const found = await one.listThere(one.id);
    if (title !== "" || found.length !== 1)
      outcome.lost.push(`${one.site.name}: ${found.length} there, ${title || "nothing was said"}`);
  }
  return outcome;
}

async function openPublication(where: FaultySite | undefined): Promise<Publication> {
  if (!where) throw new Error("There is no site.");
  const user = clerkUser(`faults_${randomUUID()}`);
  const id = await insertReadyPost(user);
  const { site } = where;
  const { username, secret } = typeLogin(site);
  const login = { siteUrl: site.url, secret: secret.open() };
  await connectIntegration(
    user,
    site.kind === "ghost"
      ? { kind: "ghost", ...login }
      : { kind: "wordpress", ...login, username: username ?? "" },
  );
  const [integration] = await listIntegrations(user);
  return { ...where, user, id, siteId: integration?.id ?? "" };
}

/** Tries to publish; the title of what is said, "" when it was done. */
async function attempt({ user, id }: Publication, input: Partial<PublishInput>): Promise<string> {
  const body = publishBody.parse({ as: "live", confirm: true, ...input });
  return publishPost(user, id, body, randomUUID()).then(
    () => "",
    (error: unknown) => {
      if (!(error instanceof AppError)) throw error;
      return error.message === "" ? "" : errorRow(error.code).title;
    },
  );
}

/** What a user does in the end: looks at what is there, and publishes once more. */
async function publishOnce(one: Publication): Promise<string> {
  const { post, gone } = await readPresent(one.user, one.id, one.siteId);
  const replaces = post ? { state: post.state, hash: post.hash } : undefined;
  return attempt(one, { ...(replaces ? { replaces } : {}), recreate: gone });
}

/** What somebody does there, or what happens on the way, before a try. */
async function cause(one: Publication, fault: Kind): Promise<void> {
  if (fault === "moved") return one.faults.next({ redirectTo: "http://127.0.0.1:1/" });
  if (fault === "revoked") return one.faults.next("revoked");
  if (fault !== "deleted" && fault !== "changed") return one.faults.next(fault);
  const { post } = await readPresent(one.user, one.id, one.siteId);
  const [there] = post ? await one.listThere(one.id) : [];
  if (there === undefined) return;
  const change = fault === "deleted" ? "delete" : { title: `Theirs ${randomUUID()}` };
  await changeThere(one.site, there, change);
}
