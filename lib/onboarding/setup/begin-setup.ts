import "server-only";
import type { UserId } from "../../auth/user-id";
import { AppError } from "../../errors";
import { listApiKeys } from "../../keys/list-api-keys";
import { findMissingKey } from "../find-missing-key";
import { beginRow } from "./begin-row";
import { launchSetup } from "./launch-setup";
import { readAbout } from "./read-about";

/**
 * Begins the setup in one press: website, research and persona are made one after the other, whoever
 * is looking. What these steps held before is replaced as each is done.
 *
 * @throws AppError `key_missing` without the required keys, `invalid` when it is told nothing it
 *   can use, `conflict` while one is under way.
 */
export async function beginSetup(user: UserId, about: string): Promise<void> {
  readAbout(about);
  const provider = findMissingKey(await listApiKeys(user));
  if (provider) throw new AppError("key_missing", { provider });
  const id = await beginRow(user, { target: "setup", about, core: null, stage: "website" });
  if (!id) throw new AppError("conflict", { detail: "The setup is under way already." });
  await launchSetup(id);
}
