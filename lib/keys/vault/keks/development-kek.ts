import "server-only";
import { randomBytes } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { currentEnv } from "../../../env";
import { decideMode } from "../../../mode";
import { localFile } from "../../../process/local-file";

/** The KEK of development, in base64url: generated on first use, kept beside the embedded database. */
export function readDevelopmentKek(): string {
  const decision = decideMode(currentEnv());
  if (!decision.ok || decision.mode !== "development")
    throw new Error("KEK_CURRENT is not set: see .env.local.example.");
  const file = localFile(".data", "kek");
  mkdirSync(path.dirname(file), { recursive: true });
  if (!existsSync(file)) createOnce(file);
  return readFileSync(file, "utf8");
}

/** Written beside and linked into place, so that nobody reads half of it and the first one wins. */
function createOnce(file: string): void {
  const draft = `${file}.${process.pid}-${randomBytes(4).toString("hex")}`;
  writeFileSync(draft, randomBytes(32).toString("base64url"), { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(draft);
  }
}
