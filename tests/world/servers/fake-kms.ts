import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";

/** What the server answers with instead, when a test says so: a KMS error by its name. */
export type FakeKms = {
  url: string;
  /** The keys that exist, by ARN; deleting one makes KMS answer NotFoundException. */
  keys: Map<string, Buffer>;
  /** Every request as it came, without what was sealed. */
  log: { operation: string; keyId: string; context: Record<string, string>; signed: boolean }[];
  failWith: (error: string | null) => void;
  close: () => Promise<void>;
};

const requestBody = z.object({
  KeyId: z.string(),
  EncryptionContext: z.record(z.string(), z.string()).default({}),
  Plaintext: z.string().optional(),
  CiphertextBlob: z.string().optional(),
});
type KmsRequest = z.infer<typeof requestBody>;

/** A loopback AWS KMS that speaks its JSON 1.1 protocol: Encrypt and Decrypt with an encryption context. */
export async function startFakeKms(arns: string[]): Promise<FakeKms> {
  const keys = new Map(arns.map((arn) => [arn, randomBytes(32)]));
  const log: FakeKms["log"] = [];
  let failure: string | null = null;
  const server = createServer((request, response) => {
    void answer(request, response);
  });
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const operation = String(request.headers["x-amz-target"]).replace("TrentService.", "");
    const body = requestBody.parse(JSON.parse(await readText(request)));
    const signed =
      /^AWS4-HMAC-SHA256 Credential=\S+\/kms\/aws4_request, .*Signature=[0-9a-f]{64}$/.test(
        request.headers.authorization ?? "",
      );
    log.push({ operation, keyId: body.KeyId, context: body.EncryptionContext, signed });
    const key = keys.get(body.KeyId);
    if (failure) return refuse(response, failure);
    if (!signed) return refuse(response, "MissingAuthenticationTokenException");
    if (!key) return refuse(response, "NotFoundException");
    const result = operation === "Encrypt" ? encrypt(key, body) : decrypt(key, body);
    if (typeof result === "string") return refuse(response, result);
    send(response, 200, { KeyId: body.KeyId, EncryptionAlgorithm: "SYMMETRIC_DEFAULT", ...result });
  }
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    keys,
    log,
    failWith: (error) => {
      failure = error;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The context is bound as KMS does it: sorted by name, as additional data. */
function bound({ KeyId, EncryptionContext }: KmsRequest): Buffer {
  return Buffer.from(JSON.stringify([KeyId, ...Object.entries(EncryptionContext).sort()]));
}

function encrypt(key: Buffer, body: KmsRequest) {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(bound(body));
  const sealed = [cipher.update(Buffer.from(body.Plaintext ?? "", "base64")), cipher.final()];
  const blob = Buffer.concat([iv, ...sealed, cipher.getAuthTag()]);
  return { CiphertextBlob: blob.toString("base64") };
}

function decrypt(key: Buffer, body: KmsRequest) {
  const blob = Buffer.from(body.CiphertextBlob ?? "", "base64");
  if (blob.length < 29) return "InvalidCiphertextException";
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, blob.subarray(0, 12));
    decipher.setAAD(bound(body)).setAuthTag(blob.subarray(-16));
    const plain = Buffer.concat([decipher.update(blob.subarray(12, -16)), decipher.final()]);
    return { Plaintext: plain.toString("base64") };
  } catch {
    return "InvalidCiphertextException";
  }
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

const STATUS: Record<string, number> = { KMSInternalException: 500, ThrottlingException: 400 };

function refuse(response: ServerResponse, name: string): void {
  send(response, STATUS[name] ?? 400, { __type: name, message: `The fake says ${name}.` });
}

function send(response: ServerResponse, status: number, body: unknown): void {
  const headers = { "content-type": "application/x-amz-json-1.1", "x-amzn-requestid": "fake" };
  response.writeHead(status, headers).end(JSON.stringify(body));
}
