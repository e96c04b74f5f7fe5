import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { openKek } from "./open-kek";
import { parseKek } from "./parse-kek";

const ARN = "arn:aws:kms:eu-central-1:111122223333:key/0d5e7a10-aaaa-4bbb-8ccc-111111111111";

test("32 bytes in base64url are a key of this server's own", () => {
  const bytes = randomBytes(32);
  const kek = parseKek(bytes.toString("base64url"));
  expect(kek?.kind === "local" && Buffer.from(kek.bytes).equals(bytes)).toBe(true);
});

test.each([
  [ARN, "eu-central-1"],
  [ARN.replace("key/", "key/mrk-"), "eu-central-1"],
  ["arn:aws:kms:us-east-2:000000000000:alias/alwrity/vault_1", "us-east-2"],
  ["arn:aws-us-gov:kms:us-gov-west-1:111122223333:key/a", "us-gov-west-1"],
  ["arn:aws-cn:kms:cn-north-1:111122223333:key/a", "cn-north-1"],
])("%s is a key of AWS KMS in %s", (arn, region) => {
  expect(parseKek(arn)).toEqual({ kind: "aws-kms", arn, region });
});

test.each([
  "",
  randomBytes(31).toString("base64url"),
  randomBytes(33).toString("base64url"),
  randomBytes(32).toString("hex"),
  `${Buffer.alloc(32, 0xff).toString("base64")}`,
  ` ${Buffer.alloc(32).toString("base64url")}`,
  `${Buffer.alloc(32).toString("base64url").slice(0, -1)}B`,
  ` ${ARN}`,
  `${ARN} `,
  `${ARN}?x`,
  ARN.replace(":kms:", ":s3:"),
  ARN.replace("aws:", "aws-1:"),
  ARN.replace("eu-central-1", "EU CENTRAL"),
  ARN.replace("eu-central-1", ""),
  ARN.replace("111122223333", "1111"),
  ARN.replace("111122223333", "1111222233334"),
  ARN.replace("111122223333", "11112222333x"),
  ARN.replace(":key/", ":grant/"),
  ARN.slice(0, ARN.indexOf("/") + 1),
])("%j is neither, and nothing is wrapped by it", (value) => {
  expect(parseKek(value)).toBeUndefined();
  expect(() => openKek("k7", value)).toThrow("key k7 is missing");
});
