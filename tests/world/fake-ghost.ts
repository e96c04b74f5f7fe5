import { jwtVerify } from "jose";
import { type FakeAnswer, type FakeSite, startFakeSite } from "./start-fake-site";

/** The Admin API key of the fake site's integration: an id and a secret in hexadecimal. */
export const GHOST_KEY = `${"6489ab01cdef2345".padEnd(24, "0")}:${"5f".repeat(32)}`;
const API = "/ghost/api/admin";

/** A Ghost that speaks the wire format of the Admin API and verifies its tokens as Ghost 5 does. */
export function startFakeGhost(): Promise<FakeSite> {
  return startFakeSite((path, { headers }) => {
    if (path === `${API}/site/`) return { status: 200, body: SITE };
    if (path === `${API}/config/`) return answerConfig(headers.authorization);
    return fail(404, "Resource not found", "NotFoundError");
  });
}

const SITE = {
  site: {
    title: "Ben's Letters",
    description: "Thoughts",
    logo: null,
    icon: null,
    accent_color: "#15171A",
    locale: "en",
    url: "http://site/",
    version: "5.130",
  },
};

async function answerConfig(authorization: string | undefined): Promise<FakeAnswer> {
  const token = /^Ghost (\S+)$/.exec(authorization ?? "")?.[1];
  if (!token) return fail(403, "Authorization failed", "NoPermissionError");
  const [id, secret = ""] = GHOST_KEY.split(":");
  const kid = JSON.parse(Buffer.from(token.split(".")[0] ?? "", "base64url").toString()).kid;
  if (kid !== id) return fail(401, "Unknown Admin API Key", "UnauthorizedError");
  const rules = { algorithms: ["HS256"], audience: "/admin/", maxTokenAge: "5m" };
  const valid = await jwtVerify(token, Buffer.from(secret, "hex"), rules).catch(() => null);
  if (!valid) return fail(401, "Invalid token: invalid signature", "UnauthorizedError");
  const config = { version: "5.130.4", environment: "production", database: "mysql8", labs: {} };
  return { status: 200, body: { config } };
}

function fail(status: number, message: string, type: string): FakeAnswer {
  const error = { message, context: null, type, details: null, property: null, help: null };
  return { status, body: { errors: [{ ...error, code: null, id: "0", ghostErrorCode: null }] } };
}
