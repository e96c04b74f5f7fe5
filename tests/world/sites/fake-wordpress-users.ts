import { type FakeAnswer, refuse } from "./wordpress-answers";

/** What a role may do; the names are WordPress's own. */
const ROLES = {
  administrator: [
    ...["edit_posts", "publish_posts", "edit_others_posts", "upload_files"],
    ...["manage_categories", "list_users", "unfiltered_html"],
  ],
  editor: [
    ...["edit_posts", "publish_posts", "edit_others_posts", "upload_files"],
    ...["manage_categories", "unfiltered_html"],
  ],
  author: ["edit_posts", "publish_posts", "upload_files"],
  contributor: ["edit_posts"],
  subscriber: [],
} satisfies Record<string, string[]>;
type Role = keyof typeof ROLES;
/** A user of a fake WordPress with an application password, as it is shown: in groups of four. */
export type FakeUser = { id: number; name: string; password: string; role: Role };

export const WORDPRESS_USER: FakeUser = {
  ...{ id: 1, name: "anna", role: "administrator" },
  password: "abcd EFGH 1234 ijkl MNOP 5678",
};
export const WORDPRESS_EDITOR: FakeUser = {
  ...{ id: 2, name: "erin", role: "editor" },
  password: "eeee EEEE 1111 eeee EEEE 1111",
};
export const WORDPRESS_AUTHOR: FakeUser = {
  ...{ id: 3, name: "arthur", role: "author" },
  password: "aaaa AAAA 2222 aaaa AAAA 2222",
};
export const WORDPRESS_CONTRIBUTOR: FakeUser = {
  ...{ id: 4, name: "carl", role: "contributor" },
  password: "cccc CCCC 3333 cccc CCCC 3333",
};
export const WORDPRESS_READER: FakeUser = {
  ...{ id: 5, name: "reader", role: "subscriber" },
  password: "zzzz YYYY 9999 xxxx WWWW 0000",
};
const USERS = [
  ...[WORDPRESS_USER, WORDPRESS_EDITOR, WORDPRESS_AUTHOR],
  ...[WORDPRESS_CONTRIBUTOR, WORDPRESS_READER],
];

/** True when a user may do something. */
export function may({ role }: FakeUser, capability: string): boolean {
  return (ROLES[role] as string[]).includes(capability);
}

/** Who a request comes from. A wrong name, a wrong password and none at all are answered alike. */
export function authenticate(authorization: string | undefined): FakeUser | undefined {
  const [name, ...rest] = Buffer.from((authorization ?? "").replace(/^Basic /, ""), "base64")
    .toString("utf8")
    .split(":");
  const user = USERS.find((one) => one.name === name);
  return user && strip(rest.join(":")) === strip(user.password) ? user : undefined;
}

/** Answers `users/me` and `users?who=authors`. */
export function answerUsers(
  path: string,
  query: URLSearchParams,
  user: FakeUser | undefined,
): FakeAnswer {
  if (path === "users/me") return user ? answerMe(user, query) : NOT_LOGGED_IN;
  const authors = USERS.filter((one) => may(one, "edit_posts"));
  return { status: 200, body: authors.map(({ id, name }) => ({ id, name })) };
}

export const NOT_LOGGED_IN = refuse(401, "rest_not_logged_in", "You are not currently logged in.");

function answerMe(user: FakeUser, query: URLSearchParams): FakeAnswer {
  const { id, name, role } = user;
  const body = { id, name, url: "", description: "", slug: name, meta: [] };
  if (query.get("context") !== "edit") return { status: 200, body };
  const capabilities = Object.fromEntries(["read", ...ROLES[role]].map((one) => [one, true]));
  return { status: 200, body: { ...body, username: name, roles: [role], capabilities } };
}

/** Core strips everything but letters and digits from an application password. */
function strip(password: string): string {
  return password.replace(/[^a-z\d]/gi, "");
}
