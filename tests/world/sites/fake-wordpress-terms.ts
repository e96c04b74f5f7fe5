import { type FakeUser, may } from "./fake-wordpress-users";
import { type FakeAnswer, refuse } from "./wordpress-answers";

type Term = { id: number; name: string; taxonomy: "tags" | "categories" };
type TermCall = {
  method: string;
  taxonomy: Term["taxonomy"];
  query: URLSearchParams;
  body: string;
  user: FakeUser | undefined;
};

/** The tags and categories of a new site. */
export function openTerms(): Term[] {
  return [{ id: 1, name: "Uncategorized", taxonomy: "categories" }];
}

/** Answers `wp/v2/tags` and `wp/v2/categories`. Names are kept as HTML. */
export function answerTerms(terms: Term[], call: TermCall): FakeAnswer {
  const { method, taxonomy, query, body, user } = call;
  const own = terms.filter((term) => term.taxonomy === taxonomy);
  if (method !== "POST") {
    const search = (query.get("search") ?? "").toLowerCase();
    return {
      status: 200,
      body: own.filter(({ name }) => decode(name).toLowerCase().includes(search)),
    };
  }
  const needed = taxonomy === "tags" ? "edit_posts" : "manage_categories";
  if (!user || !may(user, needed))
    return refuse(
      403,
      "rest_cannot_create",
      "Sorry, you are not allowed to create terms in this taxonomy.",
    );
  const { name } = JSON.parse(body);
  const old = own.find((term) => decode(term.name).toLowerCase() === String(name).toLowerCase());
  if (old)
    return refuse(
      400,
      "term_exists",
      "A term with the name provided already exists in this taxonomy.",
      { term_id: old.id },
    );
  const made = { id: terms.length + 1, name: encode(String(name)), taxonomy };
  terms.push(made);
  return { status: 201, body: made };
}

function encode(name: string): string {
  return name.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function decode(name: string): string {
  return name.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
