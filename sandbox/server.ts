import { startSandbox } from "./start-sandbox";

const milliseconds = (name: string) => Number(process.env[name] ?? 0);

const sandbox = await startSandbox({
  port: Number(process.env.SANDBOX_PORT ?? 4010),
  chunkMs: milliseconds("SANDBOX_CHUNK_MS"),
  ttftMs: milliseconds("SANDBOX_TTFT_MS"),
  exaMs: milliseconds("SANDBOX_EXA_MS"),
});
console.log(`sandbox listening on ${sandbox.url}`);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    void sandbox.close().then(() => process.exit(0));
  });
}
