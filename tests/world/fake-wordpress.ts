import { type FakeAnswer, type FakeSite, startFakeSite } from "./start-fake-site";

/** A user of the fake site with an application password, as WordPress shows it: in groups of four. */
export const WORDPRESS_USER = { name: "anna", password: "abcd EFGH 1234 ijkl MNOP 5678" };
/** A user who may read only. */
export const WORDPRESS_READER = { name: "reader", password: "zzzz YYYY 9999 xxxx WWWW 0000" };

/**
 * A WordPress that speaks the REST wire format of `/wp-json/` and `/wp/v2/users/me`. Shapes are those
 * of WordPress 6.8; core strips everything but letters and digits from an application password.
 */
export function startFakeWordpress(): Promise<FakeSite> {
  return startFakeSite((path, { headers }) => {
    const { pathname, searchParams } = new URL(path, "http://site");
    if (pathname === "/wp-json/") return { status: 200, body: ROOT };
    if (pathname !== "/wp-json/wp/v2/users/me")
      return fail(404, "rest_no_route", "No route was found matching the URL and request method.");
    return answerMe(headers.authorization, searchParams.get("context") === "edit");
  });
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

function answerMe(authorization: string | undefined, editing: boolean): FakeAnswer {
  if (!authorization) return fail(401, "rest_not_logged_in", "You are not currently logged in.");
  const [name, ...rest] = Buffer.from(authorization.replace(/^Basic /, ""), "base64")
    .toString("utf8")
    .split(":");
  const user = [WORDPRESS_USER, WORDPRESS_READER].find((one) => one.name === name);
  if (!user) return fail(401, "invalid_username", "Unknown username. Check again.");
  if (strip(rest.join(":")) !== strip(user.password))
    return fail(
      401,
      "incorrect_password",
      "The provided password is an invalid application password.",
    );
  const writer = user === WORDPRESS_USER;
  const body = { id: writer ? 1 : 2, name, url: "", description: "", slug: name, meta: [] };
  const own = { username: name, roles: [writer ? "author" : "subscriber"], email: `${name}@site` };
  const capabilities = { read: true, ...(writer ? { edit_posts: true, publish_posts: true } : {}) };
  return { status: 200, body: editing ? { ...body, ...own, capabilities } : body };
}

function strip(password: string): string {
  return password.replace(/[^a-z\d]/gi, "");
}

function fail(status: number, code: string, message: string): FakeAnswer {
  return { status, body: { code, message, data: { status } } };
}
