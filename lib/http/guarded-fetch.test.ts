import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AppError } from "../errors";
import { guardedFetch, guardedSend } from "./guarded-fetch";

/** A resolver of the test's own: a name resolves to what is written here and nothing else. */
const NAMES: Record<string, string[]> = {
  "public.example": ["93.184.216.34"],
  "private.example": ["10.0.0.8"],
  "mixed.example": ["93.184.216.34", "192.168.1.1"],
  "loopback.example": ["127.0.0.1"],
  "loopback6.example": ["::1"],
  "metadata.example": ["169.254.169.254"],
  "metadata6.example": ["fd00:ec2::254"],
  "cgnat.example": ["100.100.100.200"],
  "mapped.example": ["::ffff:10.0.0.8"],
  "zero.example": ["0.0.0.0"],
  "linklocal6.example": ["fe80::1"],
  "unique-local.example": ["fd12:3456::1"],
  "multicast.example": ["224.0.0.251"],
  "multicast6.example": ["ff02::fb"],
  "nat64.example": ["64:ff9b::a00:8"],
  "sixtofour.example": ["2002:a00:8::1"],
  "teredo.example": ["2001:0:53aa:64c::1"],
  "documentation.example": ["2001:db8::1"],
  "broadcast.example": ["255.255.255.255"],
  "benchmark.example": ["198.18.0.1"],
  localhost: ["127.0.0.1"],
};
const resolve = async (hostname: string) => {
  const found = NAMES[hostname];
  if (!found) throw new Error("ENOTFOUND");
  return found;
};

const REFUSED = [
  "http://public.example/",
  "ftp://public.example/",
  "file:///etc/passwd",
  "javascript:alert(1)",
  "data:text/plain,x",
  "public.example",
  "",
  "https://",
  "https://user:password@public.example/",
  "https://user@public.example/",
  "https://@public.example/",
  "https://public.example./",
  "https://public.example\\@private.example/",
  "https://public.example /",
  "https://localhost/",
  "http://localhost/",
  "https://localhost./",
  "https://127.0.0.1/",
  "https://127.1/",
  "https://2130706433/",
  "https://0x7f000001/",
  "https://0x7f.0.0.1/",
  "https://0177.0.0.1/",
  "https://%31%32%37.0.0.1/",
  "https://１２７.0.0.1/",
  "https://127.0.0.1./",
  "https://0.0.0.0/",
  "https://0/",
  "https://10.1.2.3/",
  "https://172.16.0.1/",
  "https://172.31.255.254/",
  "https://192.168.0.1/",
  "https://100.64.0.1/",
  "https://169.254.169.254/latest/meta-data/",
  "https://198.51.100.7/",
  "https://239.255.255.250/",
  "https://[::]/",
  "https://[::1]/",
  "https://[::ffff:127.0.0.1]/",
  "https://[::ffff:a00:1]/",
  "https://[::127.0.0.1]/",
  "https://[fe80::1]/",
  "https://[fd00::1]/",
  "https://[ff02::1]/",
  "https://[64:ff9b::7f00:1]/",
  "https://[2002:7f00:1::]/",
  "https://[2001:db8::1]/",
  ...Object.keys(NAMES)
    .filter((name) => !["public.example", "localhost"].includes(name))
    .map((name) => `https://${name}/`),
];

const received: { host: string; authorization: string | undefined; url: string | undefined }[] = [];
const servers: Server[] = [];
let origin = "";
let other = "";

async function listen(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const server = createServer((request, response) => {
    const { host = "", authorization } = request.headers;
    received.push({ host, authorization, url: request.url });
    answer(request, response);
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

beforeAll(async () => {
  other = await listen((_request, response) => response.end("other"));
  origin = await listen(({ url = "" }, response) => {
    const location = new URL(url, "http://x").searchParams.get("to");
    if (url === "/large") response.end("x".repeat(5_000));
    else if (url === "/silent") return;
    else if (url === "/loop") response.writeHead(302, { location: "/loop" }).end();
    else if (location) response.writeHead(302, { location }).end();
    else response.end("here");
  });
});
afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => "answered",
    (error) => (error instanceof AppError ? error.code : `unexpected: ${error}`),
  );
}

test(`${REFUSED.length} addresses that lead into a private network, or hide where they lead, are refused unsent`, async () => {
  expect(REFUSED.length).toBeGreaterThanOrEqual(30);
  for (const address of REFUSED)
    expect(await codeOf(guardedFetch(address, { resolve })), address).toBe("address_refused");
});

test("in development loopback may be entered by its name, and still nothing else private", async () => {
  const allowed = { resolve, allowLoopback: true };
  expect((await guardedFetch(`${origin}/`, allowed)).text).toBe("here");
  const { port } = new URL(origin);
  expect((await guardedFetch(`http://localhost:${port}/`, allowed)).text).toBe("here");
  const still = REFUSED.filter(
    (address) => !/localhost\/|\/\/127\.0\.0\.1\/|\[::1\]/.test(address),
  );
  for (const address of still)
    expect(await codeOf(guardedFetch(address, allowed)), address).toBe("address_refused");
});

test("every redirect is checked like the first address", async () => {
  const allowed = { resolve, allowLoopback: true };
  for (const address of REFUSED.filter((one) =>
    /^https:\/\/(?!localhost\/|127\.0\.0\.1\/|\[::1\])[a-z0-9[]/.test(one),
  )) {
    const answer = guardedFetch(`${origin}/?to=${encodeURIComponent(address)}`, allowed);
    expect(await codeOf(answer), address).toBe("address_refused");
  }
  expect(await codeOf(guardedFetch(`${origin}/loop`, allowed))).toBe("site_unreachable");
});

test("credentials follow a redirect within the site and never to another origin", async () => {
  const options = { resolve, allowLoopback: true, headers: { authorization: "Basic c2VjcmV0" } };
  received.length = 0;
  await guardedFetch(`${origin}/?to=/inside`, options);
  expect(received.map(({ authorization }) => authorization)).toEqual(
    Array(2).fill("Basic c2VjcmV0"),
  );
  received.length = 0;
  const hop = `${other}/`;
  expect((await guardedFetch(`${origin}/?to=${encodeURIComponent(hop)}`, options)).text).toBe(
    "other",
  );
  expect(received.map(({ authorization }) => authorization)).toEqual(["Basic c2VjcmV0", undefined]);
});

test("the address that was checked is the one that is connected to", async () => {
  let asked = 0;
  const rebinding = async () => {
    asked += 1;
    return asked === 1 ? ["127.0.0.1"] : ["10.0.0.1"];
  };
  const { port } = new URL(origin);
  const options = { resolve: rebinding, allowLoopback: true };
  expect((await guardedFetch(`http://localhost:${port}/`, options)).text).toBe("here");
  expect(asked).toBe(1);
});

test("an answer that is too large, too late or missing is given up", async () => {
  const options = { resolve, allowLoopback: true, maxBytes: 1_000, timeoutMs: 300 };
  expect(await codeOf(guardedFetch(`${origin}/large`, options))).toBe("site_unreachable");
  expect(await codeOf(guardedFetch(`${origin}/silent`, options))).toBe("site_unreachable");
  expect(await codeOf(guardedFetch("https://nowhere.example/", { resolve }))).toBe(
    "site_unreachable",
  );
});

test("a write is guarded like a read, and its redirect is refused with everything it carries", async () => {
  const write = { method: "POST", json: { title: "Größe" } } as const;
  for (const address of REFUSED)
    expect(await codeOf(guardedSend(address, write, { resolve })), address).toBe("address_refused");
  const options = { resolve, allowLoopback: true, headers: { authorization: "Basic c2VjcmV0" } };
  received.length = 0;
  expect((await guardedSend(`${origin}/`, write, options)).text).toBe("here");
  for (const to of ["/inside", `${other}/`, "http://169.254.169.254/"]) {
    const address = `${origin}/?to=${encodeURIComponent(to)}`;
    expect(await codeOf(guardedSend(address, write, options)), to).toBe("site_moved");
  }
  expect(received.map(({ host }) => `http://${host}`)).toEqual(Array(4).fill(origin));
});
