import type { Exchange } from "./exchange";

/** Ends the exchange with a JSON body. */
export function sendJson(
  { res }: Exchange,
  status: number,
  body: unknown,
  contentType = "application/json; charset=utf-8",
): void {
  res.writeHead(status, { "content-type": contentType });
  res.end(JSON.stringify(body));
}

/** Ends the exchange with an HTML page, as gateways and captive portals do. */
export function sendPage({ res }: Exchange, status: number, title: string): void {
  res.writeHead(status, { "content-type": "text/html; charset=UTF-8" });
  res.end(
    `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`,
  );
}
