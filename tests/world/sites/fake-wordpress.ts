import { answerWordpressPosts, type WordpressPost } from "./fake-wordpress-posts";
import { type Faults, openFaults } from "./site-faults";
import { type FakeAnswer, type FakeSite, startFakeSite } from "./start-fake-site";

/** A user of the fake site with an application password, as WordPress shows it: in groups of four. */
export const WORDPRESS_USER = { name: "anna", password: "abcd EFGH 1234 ijkl MNOP 5678" };
/** A user who may read only. */
export const WORDPRESS_READER = { name: "reader", password: "zzzz YYYY 9999 xxxx WWWW 0000" };

/** A user who may write and not publish. */
export const WORDPRESS_CONTRIBUTOR = { name: "carl", password: "cccc CCCC 3333 cccc CCCC 3333" };
const USERS = [WORDPRESS_USER, WORDPRESS_CONTRIBUTOR, WORDPRESS_READER];

/** A fake WordPress, its posts by id, and what goes wrong there next. */
export type FakeWordpress = FakeSite & { posts: Map<number, WordpressPost>; faults: Faults };

/**
 * A WordPress that speaks the REST wire format of `/wp-json/`, `/wp/v2/users/me` and `/wp/v2/posts`.
 * Shapes are those of WordPress 6.8; core strips everything but letters and digits from an
 * application password.
 */
export async function startFakeWordpress(): Promise<FakeWordpress> {
  const posts = new Map<number, WordpressPost>();
  const faults = openFaults();
  const site = await startFakeSite((path, request, body) => {
    const { pathname, searchParams } = new URL(path, "http://site");
    if (pathname === "/wp-json/") return { status: 200, body: ROOT };
    const user = authenticate(request.headers.authorization);
    if (pathname === "/wp-json/wp/v2/users/me")
      return "status" in user ? user : answerMe(user.name, searchParams.get("context") === "edit");
    const [, id] = /^\/wp-json\/wp\/v2\/posts(?:\/(\d+))?$/.exec(pathname) ?? [null, null];
    if (id === null) return NO_ROUTE;
    const method = request.method ?? "GET";
    const may = "status" in user ? user : capabilitiesOf(user.name);
    if ("status" in may) return may;
    const call = { method, id: id ? Number(id) : undefined, query: searchParams, body, may };
    return faults.answer(request, () => answerWordpressPosts(posts, call));
  });
  return { ...site, posts, faults };
}

/** What a user may do with posts. */
function capabilitiesOf(name: string): { edit: boolean; publish: boolean } {
  const writer = name === WORDPRESS_USER.name;
  return { edit: writer || name === WORDPRESS_CONTRIBUTOR.name, publish: writer };
}

const ROOT = {
  name: "Anna's Blog",
  description: "Heat and cold",
  url: "http://site",
  home: "http://site",
  gmt_offset: "0",
  timezone_string: "",
  namespaces: ["oembed/1.0", "wp/v2", "wp-site-health/v1", "wp-block-editor/v1"],
  authentication: {
    "application-passwords": {
      endpoints: { authorization: "http://site/wp-admin/authorize-application.php" },
    },
  },
  routes: {},
};

const NO_ROUTE = fail(
  404,
  "rest_no_route",
  "No route was found matching the URL and request method.",
);

function authenticate(authorization: string | undefined): { name: string } | FakeAnswer {
  if (!authorization) return fail(401, "rest_not_logged_in", "You are not currently logged in.");
  const [name, ...rest] = Buffer.from(authorization.replace(/^Basic /, ""), "base64")
    .toString("utf8")
    .split(":");
  const user = USERS.find((one) => one.name === name);
  if (!user) return fail(401, "invalid_username", "Unknown username. Check again.");
  if (strip(rest.join(":")) === strip(user.password)) return { name: user.name };
  return fail(
    401,
    "incorrect_password",
    "The provided password is an invalid application password.",
  );
}

function answerMe(name: string, editing: boolean): FakeAnswer {
  const { edit, publish } = capabilitiesOf(name);
  const id = USERS.findIndex((one) => one.name === name) + 1;
  const body = { id, name, url: "", description: "", slug: name, meta: [] };
  const own = { username: name, roles: [edit ? "author" : "subscriber"], email: `${name}@site` };
  const capabilities = {
    read: true,
    ...(edit ? { edit_posts: true } : {}),
    ...(publish ? { publish_posts: true } : {}),
  };
  return { status: 200, body: editing ? { ...body, ...own, capabilities } : body };
}

function strip(password: string): string {
  return password.replace(/[^a-z\d]/gi, "");
}

/** A refusal as WordPress words it. */
function fail(status: number, code: string, message: string): FakeAnswer {
  return { status, body: { code, message, data: { status } } };
}
