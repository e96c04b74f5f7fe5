import path from "node:path";
import { defineConfig } from "vitest/config";

/** The tests that `npm run mutate` changes lib/keys under: quick ones, of which each knows the vault. */
export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: `${path.resolve(".")}/` },
      { find: /^server-only$/, replacement: path.resolve("node_modules/server-only/empty.js") },
    ],
  },
  test: {
    include: [
      "lib/keys/**/*.test.ts",
      "tests/database/{check-saved-key,save-keys,key-stores,lost-data-key,tampered-keys,key-life,rotate-data-keys,rotation}.test.ts",
    ],
    setupFiles: "tests/world/quiet-log.ts",
    globalSetup: "tests/world/database/provide-postgres.ts",
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
