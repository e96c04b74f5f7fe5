/**
 * Runs after every build: makes `.next/standalone` the whole of what a server needs, to be copied
 * anywhere with Node on it. The framework has put its own part there; what is missing are the files that
 * browsers load, the migrations, and our commands, each as one file without packages.
 */
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { z } from "zod";
import { ENGINE_MIGRATIONS } from "@/lib/db/migrate-engine";

const SHIPPED = ".next/standalone";
const COPIED = [".next/static", "public", "drizzle/migrations", "commands/start.mjs", "LICENSE"];
const COMMANDS = ["check-config", "migrate", "keys-status", "keys-rotate"];
const SCRIPTS = {
  "db:migrate": "node commands/migrate.mjs",
  "keys:status": "node commands/keys-status.mjs",
  "keys:rotate": "node commands/keys-rotate.mjs",
};
/** What packages of the older kind of module find around them. */
const COMMON_JS = `import { createRequire as __requireFrom } from "node:module";
const require = __requireFrom(import.meta.url), { dirname: __dirname, filename: __filename } = import.meta;`;
const manifest = z.looseObject({
  name: z.string(),
  version: z.string(),
  engines: z.unknown(),
  scripts: z.looseObject({ start: z.string() }),
});

// Vercel takes functions, and makes no such folder.
if (existsSync(SHIPPED)) await ship();

async function ship(): Promise<void> {
  for (const file of [...COPIED, ENGINE_MIGRATIONS])
    cpSync(file, path.join(SHIPPED, file), { recursive: true });
  rmSync(path.join(SHIPPED, "server.js"), { force: true });
  await bundleCommands();
  const ours = manifest.parse(JSON.parse(readFileSync("package.json", "utf8")));
  const { name, version, engines } = ours;
  const scripts = { start: ours.scripts.start, ...SCRIPTS };
  const own = { name, version, private: true, type: "module", engines, scripts };
  writeFileSync(path.join(SHIPPED, "package.json"), `${JSON.stringify(own, null, 2)}\n`);
}

async function bundleCommands(): Promise<void> {
  await build({
    entryPoints: COMMANDS.map((name) => `commands/${name}.ts`),
    outdir: path.join(SHIPPED, "commands"),
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    conditions: ["react-server"],
    external: ["pg-native"],
    banner: { js: COMMON_JS },
    logLevel: "error",
  });
}
