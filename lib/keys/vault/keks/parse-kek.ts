/** What a `KEK_<id>` variable holds: the key itself, or the name of one that AWS KMS keeps. */
export type KekValue =
  | { kind: "local"; bytes: Uint8Array }
  | { kind: "aws-kms"; arn: string; region: string };

const KMS_ARN = /^arn:aws[a-z-]*:kms:([a-z0-9-]+):\d{12}:(key|alias)\/[\w/-]+$/;

/** Reads the value of a `KEK_<id>` variable: 32 bytes in base64url, or the ARN of a key in AWS KMS. */
export function parseKek(value: string): KekValue | undefined {
  const region = KMS_ARN.exec(value)?.[1];
  if (region) return { kind: "aws-kms", arn: value, region };
  const bytes = Buffer.from(value, "base64url");
  const isExact = bytes.length === 32 && bytes.toString("base64url") === value;
  return isExact ? { kind: "local", bytes } : undefined;
}
