import "server-only";

/** An address of WordPress's interface, whose root is a path or, with plain permalinks, a query. */
export function restUrl(root: string, path: string, query: Record<string, string> = {}): string {
  const url = new URL(root);
  const route = url.searchParams.get("rest_route");
  if (route === null) url.pathname = `${url.pathname.replace(/\/+$/, "")}/${path}`;
  else url.searchParams.set("rest_route", `${route.replace(/\/+$/, "")}/${path}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}

/** The root of a login that was saved before roots were, and where most sites have it. */
export function rootOf({ siteUrl, apiRoot }: { siteUrl: string; apiRoot: string | null }): string {
  return apiRoot ?? `${siteUrl}/wp-json/`;
}

/** The site that a root belongs to. */
export function siteOf(root: string): string {
  const { origin, pathname } = new URL(root);
  return `${origin}${pathname.replace(/\/(wp-json|index\.php)?\/*$/, "")}`;
}
