import "server-only";
import { createHash } from "node:crypto";
import type { KMSClient, KMSServiceException } from "@aws-sdk/client-kms";
import { currentEnv, readVar } from "../../../env";
import { AppError } from "../../../errors";
import { shareInProcess } from "../../../process/share-in-process";
import { type Kek, MissingKekError } from "./kek";

/** Longest waits for AWS, in milliseconds; the SDK tries three times. */
const TIMEOUTS = { connectionTimeout: 2_000, requestTimeout: 3_000 };
/** Answers of KMS that say that nobody may use the key any more. */
const GONE = new Set(["NotFoundException", "DisabledException", "KMSInvalidStateException"]);
/** Answers of KMS that say that bytes or context were changed. */
const CHANGED = new Set(["InvalidCiphertextException", "IncorrectKeyException"]);

const clients = shareInProcess("kms-clients", () => new Map<string, Promise<KMSClient>>());

/**
 * A KEK that never leaves AWS KMS: each wrapping and unwrapping is a call, by the credentials that the
 * SDK finds. What the data key is bound to is the encryption context.
 *
 * @param arn of the key or of an alias; its region is asked.
 */
export function openAwsKmsKek(arn: string, region: string): Kek {
  return {
    wrap: (dataKey, context) =>
      ask(arn, async () => {
        const { EncryptCommand } = await import("@aws-sdk/client-kms");
        const command = new EncryptCommand({ ...bind(arn, context), Plaintext: dataKey });
        return (await (await openClient(region)).send(command)).CiphertextBlob;
      }),
    unwrap: (wrapped, context) =>
      ask(arn, async () => {
        const { DecryptCommand } = await import("@aws-sdk/client-kms");
        const command = new DecryptCommand({ ...bind(arn, context), CiphertextBlob: wrapped });
        return (await (await openClient(region)).send(command)).Plaintext;
      }),
  };
}

/** AWS writes the encryption context into its audit log, so it gets a hash of it: no user id. */
function bind(KeyId: string, context: string[]) {
  const hash = createHash("sha256").update(JSON.stringify(context)).digest("base64url");
  return { KeyId, EncryptionContext: { alwrity: hash } };
}

function openClient(region: string): Promise<KMSClient> {
  const endpoint = readVar(currentEnv(), "AWS_ENDPOINT_URL_KMS");
  const id = `${region} ${endpoint ?? ""}`;
  const client = clients.get(id) ?? createClient(region, endpoint);
  clients.set(id, client);
  return client;
}

async function createClient(region: string, endpoint: string | undefined): Promise<KMSClient> {
  const { KMSClient } = await import("@aws-sdk/client-kms");
  return new KMSClient({ region, requestHandler: TIMEOUTS, ...(endpoint ? { endpoint } : {}) });
}

/** @throws AppError `vault_unavailable` when KMS cannot be asked, or does not let us ask. */
async function ask(arn: string, call: () => Promise<Uint8Array | undefined>): Promise<Uint8Array> {
  const bytes = await call().catch((error: KMSServiceException) => {
    if (GONE.has(error.name)) throw new MissingKekError(arn, { cause: error });
    if (CHANGED.has(error.name)) throw new Error("KMS refuses the data key.", { cause: error });
    throw new AppError("vault_unavailable", {}, { cause: error });
  });
  if (!bytes) throw new AppError("vault_unavailable");
  return bytes;
}
