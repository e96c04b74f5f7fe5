/** `npm run drift`: fails when `drizzle/schema/` says more than the migrations do. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const FOLDER = "drizzle/migrations";
const copy = mkdtempSync(path.join(tmpdir(), "alwrity-drift-"));
try {
  cpSync(FOLDER, copy, { recursive: true });
  const flags = [
    "--dialect",
    "postgresql",
    "--schema",
    "./drizzle/schema/*.ts",
    "--out",
    path.relative(".", copy),
  ];
  execFileSync("npx", ["drizzle-kit", "generate", "--name", "drift", ...flags], { stdio: "pipe" });
  const added = readdirSync(copy).filter((file) => !readdirSync(FOLDER).includes(file));
  if (added.length > 0) {
    console.error(`drizzle/schema/ has changed: run npm run db:generate and commit ${FOLDER}.`);
    process.exitCode = 1;
  }
} finally {
  rmSync(copy, { recursive: true });
}
