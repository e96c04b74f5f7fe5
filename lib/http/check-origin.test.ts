import { describe, expect, it } from "vitest";
import { AppError } from "../errors";
import { checkOrigin } from "./check-origin";

const HOST = "alwrity.example";
const COOKIE = "theme=dark; __session=eyJ.eyJ.sig";
const CHANGES = ["POST", "PUT", "PATCH", "DELETE"];

/** `passes`, or the code of the refusal. */
function ask(method: string, headers: Record<string, string>): string {
  const request = new Request(`https://${HOST}/api/onboarding/api-keys`, { method });
  for (const [name, value] of Object.entries({ host: HOST, ...headers }))
    request.headers.set(name, value);
  try {
    checkOrigin(request);
    return "passes";
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
}

describe("the origin of a change", () => {
  const accepted: Record<string, Record<string, string>> = {
    "this site's own page": { origin: `https://${HOST}`, cookie: COOKIE },
    "its own page behind a proxy that ends TLS": { origin: `http://${HOST}`, cookie: COOKIE },
    "its own page behind a proxy that renames the host": {
      origin: `https://${HOST}`,
      host: "10.0.0.7:3000",
      "x-forwarded-host": HOST,
      cookie: COOKIE,
    },
    "its own page on a port": {
      origin: "http://localhost:3000",
      host: "localhost:3000",
      cookie: COOKIE,
    },
    "a browser that sends only Sec-Fetch-Site": { "sec-fetch-site": "same-origin", cookie: COOKIE },
    "a Bearer token of a program, which names no origin": {
      authorization: "Bearer eyJ.eyJ.sig",
    },
    "a Bearer token from this site's own page": {
      authorization: "Bearer eyJ.eyJ.sig",
      origin: `https://${HOST}`,
    },
    "a command line without a session": {},
  };
  const refused: Record<string, Record<string, string>> = {
    "a Bearer token that another site's page sends": {
      authorization: "Bearer eyJ.eyJ.sig",
      origin: "https://app.example",
      "sec-fetch-site": "cross-site",
    },
    "another site": { origin: "https://evil.example", cookie: COOKIE },
    "another site without a session": { origin: "https://evil.example" },
    "a sibling": { origin: `https://blog.${HOST}`, cookie: COOKIE },
    "a site whose name begins like this one": {
      origin: `https://${HOST}.evil.example`,
      cookie: COOKIE,
    },
    "a site whose name ends like this one": { origin: `https://evil-${HOST}`, cookie: COOKIE },
    "this host on another port": { origin: `https://${HOST}:8443`, cookie: COOKIE },
    "this host before an @": { origin: `https://${HOST}@evil.example`, cookie: COOKIE },
    "an app whose own scheme carries this host": { origin: `capacitor://${HOST}`, cookie: COOKIE },
    "a script's address with this host": { origin: `javascript://${HOST}`, cookie: COOKIE },
    "this host with a dot behind it": { origin: `https://${HOST}.`, cookie: COOKIE },
    "this host behind a #": { origin: `https://evil.example#${HOST}`, cookie: COOKIE },
    "this host behind a ?": { origin: `https://evil.example?${HOST}`, cookie: COOKIE },
    "this host as a path": { origin: `https://evil.example/${HOST}`, cookie: COOKIE },
    "two origins": { origin: `https://${HOST}, https://evil.example`, cookie: COOKIE },
    "a blob of this site": { origin: `blob:https://${HOST}/1`, cookie: COOKIE },
    "a sandboxed frame": { origin: "null", cookie: COOKIE },
    "an origin that is no URL": { origin: HOST, cookie: COOKIE },
    "another site that says it is same-origin": {
      origin: "https://evil.example",
      "sec-fetch-site": "same-origin",
      cookie: COOKIE,
    },
    "a same-site page": { "sec-fetch-site": "same-site", cookie: COOKIE },
    "a cross-site page": { "sec-fetch-site": "cross-site", cookie: COOKIE },
    "a navigation": { "sec-fetch-site": "none", cookie: COOKIE },
    "a session cookie with neither header": { cookie: COOKIE },
    "a session cookie with a suffix": { cookie: "__session_a1B2=eyJ.eyJ.sig" },
    "a Basic header beside the cookie": { authorization: "Basic eDp5", cookie: COOKIE },
    "an empty origin beside the cookie": { origin: "", cookie: COOKIE },
  };

  it.each(Object.entries(accepted))("passes: %s", (_name, headers) => {
    for (const method of CHANGES)
      expect([method, ask(method, headers)]).toEqual([method, "passes"]);
  });

  it.each(Object.entries(refused))("is refused: %s; reading is not", (_name, headers) => {
    for (const method of CHANGES)
      expect([method, ask(method, headers)]).toEqual([method, "origin_refused"]);
    for (const method of ["GET", "HEAD", "OPTIONS"])
      expect([method, ask(method, headers)]).toEqual([method, "passes"]);
  });
});
