import { generateKeyPairSync } from "node:crypto";
import { type JWTHeaderParameters, type JWTPayload, SignJWT } from "jose";
import { LOCAL_DEVELOPER } from "@/lib/auth/user-id";
import { mintSessionToken, sessionClaims, TEST_KEY_ID, testInstance } from "./test-instance";

type Caller = { userId: string; azp: string };

const HEADER = { alg: "RS256", kid: TEST_KEY_ID, typ: "JWT" };

function sign(claims: JWTPayload, header: Partial<JWTHeaderParameters> = {}): Promise<string> {
  return new SignJWT(claims)
    .setProtectedHeader({ ...HEADER, ...header })
    .sign(testInstance.privateKey);
}

/** Claims that no session of this instance has, each with a signature that is right. */
function listOddClaims(azp: string): Record<string, unknown> {
  const now = Math.floor(Date.now() / 1_000);
  const { issuer } = testInstance;
  const odd: Record<string, unknown[]> = {
    sub: [
      "",
      " ",
      5,
      null,
      [],
      {},
      true,
      LOCAL_DEVELOPER,
      "user x",
      "user_x\n",
      "../user",
      "1user",
    ],
    exp: [null, "9999999999", now - 10, 0, -1, {}, []],
    nbf: [now + 900, "tomorrow"],
    azp: [
      "",
      null,
      5,
      [],
      `${azp}/`,
      `${azp}0`,
      azp.replace("http", "https"),
      "null",
      azp.toUpperCase(),
    ],
    iss: [
      "",
      null,
      `${issuer}/`,
      issuer.replace("https", "http"),
      `${issuer}.evil.example`,
      [issuer],
      5,
    ],
    sid: ["", null, 5, [], {}],
    act: [null, {}, { sub: "user_admin" }, "", 0, []],
    sts: ["pending"],
  };
  const long = { sub: `user_${"x".repeat(300)}` };
  const rows = Object.entries(odd).flatMap(([name, values]) =>
    values.map((value) => [`${name} ${JSON.stringify(value)}`, { [name]: value }] as const),
  );
  return Object.fromEntries([...rows, ["a sub of 305 letters", long]]);
}

/** The claims without one of them. */
function leaveOut(caller: Caller, name: string): JWTPayload {
  return Object.fromEntries(
    Object.entries(sessionClaims(caller)).filter(([claim]) => claim !== name),
  );
}

/** Headers of a token that are not those of this instance's sessions, and ways to spell a good one wrongly. */
async function listOddForms(caller: Caller): Promise<Record<string, string>> {
  const claims = sessionClaims(caller);
  const good = await mintSessionToken(caller);
  const [head = "", body = "", signature = ""] = good.split(".");
  const foreign = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const jwk = foreign.publicKey.export({ format: "jwk" });
  const selfMade = await new SignJWT(claims)
    .setProtectedHeader({ ...HEADER, jwk: { kty: "RSA", n: `${jwk.n}`, e: `${jwk.e}` } })
    .sign(foreign.privateKey);
  return {
    "RS512 with the right key": await sign(claims, { alg: "RS512" }),
    "PS256 with the right key": await sign(claims, { alg: "PS256" }),
    "the type of an access token": await sign(claims, { typ: "at+jwt" }),
    "a key of its own in the header": selfMade,
    "its parts in another order": [body, head, signature].join("."),
    "no signature": `${head}.${body}.`,
    "half a signature": `${head}.${body}.${signature.slice(0, 100)}`,
    "a fourth part": `${good}.${signature}`,
    "five parts": `${good}.a.b`,
    "a space within": `${head}. ${body}.${signature}`,
    padding: `${head}=.${body}.${signature}`,
    "the body twice": `${head}.${body}${body}.${signature}`,
    "an empty body": `${head}..${signature}`,
    "the signature of another": `${head}.${body}.${(await sign(leaveOut(caller, "v"))).split(".")[2]}`,
    "only dots": "..",
    "a very long one": `${head}.${"A".repeat(6_000)}.${signature}`,
  };
}

/** Tokens that must open nothing, by what is odd about them. */
export async function listOddTokens(caller: Caller): Promise<Record<string, string>> {
  const claims = Object.entries(listOddClaims(caller.azp)).map(async ([name, change]) => {
    return [name, await sign({ ...sessionClaims(caller), ...Object(change) })] as const;
  });
  const without = ["sub", "exp", "azp", "iss", "sid"].map(
    async (name) => [`no ${name}`, await sign(leaveOut(caller, name))] as const,
  );
  const all = await Promise.all([...claims, ...without]);
  return { ...Object.fromEntries(all), ...(await listOddForms(caller)) };
}
