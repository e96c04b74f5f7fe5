import "server-only";
import { eq } from "drizzle-orm";
import { dataKeys } from "@/drizzle/schema/keys";
import { integrations } from "@/drizzle/schema/publishing";
import type { UserId } from "../auth/user-id";
import { requireConfig } from "../config/config";
import { asUser } from "../db/as-user";
import { AppError } from "../errors";
import { openKeyRing } from "../keys/vault/key-ring";
import { openKey, unwrapDataKey } from "../keys/vault/seal-key";
import { log } from "../logs/log";
import type { Login } from "./publisher";
import { type PublisherKind, publisherKind } from "./schema";

/**
 * Opens the login of one of the user's sites.
 *
 * @throws AppError `not_found`; `login_undecryptable` when it was changed or moved since it was saved;
 *   `vault_unavailable` when the key-encryption key cannot be asked.
 */
export async function openLogin(
  user: UserId,
  id: string,
): Promise<{ kind: PublisherKind; login: Login }> {
  const found = await findSealed(user, id);
  const kind = publisherKind.parse(found.site.kind);
  const { version, dataKeyId, secret: sealed, ...site } = found.site;
  const { vaultEnv: env } = requireConfig();
  const context = { env, userId: user, kind, integrationId: id, version, dataKeyId };
  try {
    const { wrappedKey: wrapped, kekId, kekVersion } = found.key;
    const stored = { id: dataKeyId, wrapped, kekId, kekVersion };
    const dataKey = await unwrapDataKey(openKeyRing(), stored, env, user);
    const { siteUrl, apiRoot, username } = site;
    const secret = await openKey(dataKey, context, sealed);
    return { kind, login: { siteUrl, apiRoot, username, secret } };
  } catch (error) {
    if (error instanceof AppError) throw error;
    log.error({ err: error, userId: user, kind }, "A site's login cannot be decrypted");
    throw new AppError("login_undecryptable");
  }
}

async function findSealed(user: UserId, id: string) {
  const [row] = await asUser(user, (tx) =>
    tx
      .select({ site: integrations, key: dataKeys })
      .from(integrations)
      .innerJoin(dataKeys, eq(dataKeys.id, integrations.dataKeyId))
      .where(eq(integrations.id, id)),
  );
  if (!row) throw new AppError("not_found");
  return row;
}
