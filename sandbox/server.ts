import { DEFAULT_PACE } from "./pace";
import { startSandbox } from "./start-sandbox";

const milliseconds = (name: string, usual: number) => Number(process.env[name] ?? usual);

const sandbox = await startSandbox({
  port: Number(process.env.SANDBOX_PORT ?? 4010),
  chunkMs: milliseconds("SANDBOX_CHUNK_MS", DEFAULT_PACE.chunkMs),
  ttftMs: milliseconds("SANDBOX_TTFT_MS", DEFAULT_PACE.ttftMs),
  exaMs: milliseconds("SANDBOX_EXA_MS", DEFAULT_PACE.exaMs),
});
console.log(`sandbox listening on ${sandbox.url}`);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    void sandbox.close().then(() => process.exit(0));
  });
}
