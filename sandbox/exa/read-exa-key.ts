import type { Exchange } from "../http/exchange";

/** The key of the request: `x-api-key`, or a bearer token; empty if there is none. */
export function readExaKey({ req }: Exchange): string {
  const header = req.headers["x-api-key"];
  if (typeof header === "string") return header;
  return /^Bearer (.+)$/.exec(req.headers.authorization ?? "")?.[1] ?? "";
}
