import "server-only";
import { openAwsKmsKek } from "./aws-kms-kek";
import { type Kek, MissingKekError } from "./kek";
import { openLocalKek } from "./local-kek";
import { parseKek } from "./parse-kek";

/**
 * Opens a KEK with the back-end that its value names.
 *
 * @throws MissingKekError when there is no value, or it is not one of a known form.
 */
export function openKek(id: string, value = ""): Kek {
  const kek = parseKek(value);
  switch (kek?.kind) {
    case "local":
      return openLocalKek(id, kek.bytes);
    case "aws-kms":
      return openAwsKmsKek(kek.arn, kek.region);
    default:
      throw new MissingKekError(id);
  }
}
