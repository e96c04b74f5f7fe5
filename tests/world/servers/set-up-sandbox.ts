import { afterAll, beforeAll } from "vitest";
import { type RunningSandbox, startSandbox } from "@/sandbox/start-sandbox";

/** Points the providers of this test file's process at a sandbox of its own. */
export function setUpSandbox(): () => RunningSandbox {
  let sandbox: RunningSandbox | undefined;
  beforeAll(async () => {
    sandbox = await startSandbox({ port: 0 });
    Object.assign(process.env, { GEMINI_BASE_URL: sandbox.url, EXA_BASE_URL: sandbox.url });
  });
  afterAll(() => sandbox?.close());
  return () => {
    if (!sandbox) throw new Error("The sandbox is started before the tests of the file.");
    return sandbox;
  };
}
