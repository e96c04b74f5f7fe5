import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { integrations } from "@/drizzle/schema/publishing";
import type { UserId } from "../auth/user-id";
import { requireConfig } from "../config/config";
import { asUser, type UserTransaction } from "../db/as-user";
import { lockSession } from "../keys/stores/lock-session";
import { requireDataKey } from "../keys/stores/require-data-key";
import { sealKey } from "../keys/vault/seal-key";
import { Secret } from "../secret";
import type { Login } from "./publisher";
import type { ConnectBody, PublisherKind } from "./schema";
import { testSiteLogin } from "./test-site-login";

/**
 * Tests a login and saves it sealed; the first site becomes the primary one. The same site again
 * replaces its login.
 *
 * @throws AppError as `testSiteLogin`; then nothing was saved.
 */
export async function connectIntegration(user: UserId, body: ConnectBody): Promise<void> {
  const { kind, username = null } = body;
  const secret = new Secret(kind, body.secret);
  const login = { siteUrl: body.siteUrl, apiRoot: null, username, secret };
  const found = await testSiteLogin(user, kind, login);
  await asUser(user, (tx) => saveLogin(tx, { user, kind, login: { ...login, ...found } }));
}

type NewLogin = { user: UserId; kind: PublisherKind; login: Login };

async function saveLogin(tx: UserTransaction, { user, kind, login }: NewLogin): Promise<void> {
  await lockSession(tx, user);
  const { vaultEnv: env } = requireConfig();
  const { siteUrl, apiRoot, username, secret } = login;
  const job = { tx, user, vaultEnv: env };
  const { id: dataKeyId, dataKey } = await requireDataKey(job, { siteUrl });
  const same = and(eq(integrations.kind, kind), eq(integrations.siteUrl, siteUrl));
  const [old] = await tx.select().from(integrations).where(same);
  const others = await tx.select({ id: integrations.id }).from(integrations);
  const id = old?.id ?? randomUUID();
  const version = (old?.version ?? 0) + 1;
  const context = { env, userId: user, kind, integrationId: id, version, dataKeyId };
  const row = {
    id,
    userId: user,
    kind,
    siteUrl,
    apiRoot,
    username,
    version,
    dataKeyId,
    secret: await sealKey(dataKey, context, secret),
    masked: secret.mask(),
    isPrimary: old?.isPrimary ?? others.length === 0,
    status: "valid",
    checkedAt: new Date(),
    updatedAt: new Date(),
  };
  await tx
    .insert(integrations)
    .values(row)
    .onConflictDoUpdate({ target: integrations.id, set: row });
}
