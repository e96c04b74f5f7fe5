import "server-only";
import type { UserId } from "../auth/user-id";
import { requireConfig } from "../config/config";
import { PREFERRED_MODELS } from "./dated-facts";
import { readRememberedModel } from "./remembered-model";

/** The models that would be asked to write for a user, best first, whichever their key may have. */
export async function listPreferred(user: UserId): Promise<string[]> {
  const first = (await readRememberedModel(user)) ?? requireConfig().geminiModel;
  return [...(first === undefined ? [] : [first]), ...PREFERRED_MODELS];
}
