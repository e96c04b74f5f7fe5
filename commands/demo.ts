/**
 * `npm run demo`: the whole product without an account or a network. Starts the sandbox that stands
 * in for Gemini and Exa, then the application in development mode with sandbox keys. What it serves is
 * a build, made once and kept, so that it is as quick as the product.
 */
import { startSandbox } from "../sandbox/start-sandbox";
import { buildOnce } from "./build-once";
import { findFreePort } from "./find-free-port";
import { replaceEarlierDemo } from "./replace-earlier-demo";
import { NEXT_DEV, runApp, SERVE_BUILD } from "./run-app";

const MAKING = `
  Making the build that the demo serves. This takes a minute or two, and happens again only
  when something in this folder has changed.
`;
const NOT_MADE = `
  The build could not be made; what stood in its way is above. The demo runs without it: each
  page takes a while when it is opened first.
`;

const built = await buildOnce({ onStart: () => console.log(MAKING) });
if (built === "failed") console.log(NOT_MADE);
const sandbox = await startSandbox({ port: 0, chunkMs: 25, ttftMs: 400, exaMs: 300 });
await replaceEarlierDemo(sandbox.url);
const port = await findFreePort(Number(process.env.PORT) || 3000);
const address = `http://localhost:${port}`;
const WELCOME = `
  ALwrity is running:  ${address}

  Try this:
    1. Open the address and choose "Open the writer".
    2. Enter a topic, such as "Caching in Next.js", and choose "Generate".
    3. Watch the sources and the words arrive; open a footnote to see what it rests on.

  No account and no network is used. Search is real, over the documentation of the installed
  packages; the writing is simulated. For your own keys run:  npm run dev

`;

await runApp({
  command: built === "failed" ? NEXT_DEV : SERVE_BUILD,
  env: {
    PORT: String(port),
    DEBUG: "true",
    GEMINI_BASE_URL: sandbox.url,
    EXA_BASE_URL: sandbox.url,
    GEMINI_API_KEY: "ok-demo-gemini-key-of-the-sandbox",
    EXA_API_KEY: "ok-demo-exa-key-of-the-sandbox",
  },
  onOutput: (chunk) => {
    process.stdout.write(chunk);
    if (chunk.includes("Ready in")) void welcome();
  },
});

/** The first page that a server serves takes longer than all others: it is asked for before anybody waits for it. */
async function welcome(): Promise<void> {
  await fetch(address).catch(() => undefined);
  process.stdout.write(WELCOME);
}
