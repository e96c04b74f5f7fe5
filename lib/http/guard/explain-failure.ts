import "server-only";
import { AppError } from "../../errors";

/** Codes of Node and OpenSSL: what is wrong with a certificate, for somebody who can renew it. */
const CERTIFICATES: Record<string, string> = {
  CERT_HAS_EXPIRED: "it has expired",
  CERT_NOT_YET_VALID: "it is not valid yet",
  DEPTH_ZERO_SELF_SIGNED_CERT: "the site has signed it itself",
  SELF_SIGNED_CERT_IN_CHAIN: "one that signed it is not known",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "the certificates between it and its issuer are missing",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "its issuer is not known",
  ERR_TLS_CERT_ALTNAME_INVALID: "it was made out to another name",
};
const REFUSALS: Record<string, string> = {
  ECONNREFUSED: "Nothing answers at this address.",
  EHOSTUNREACH: "No way leads to its server.",
  ENETUNREACH: "No way leads to its server.",
  ECONNRESET: "It broke the connection off.",
  EPROTO: "It does not speak https at this address.",
};

/** Why a request came to no answer, in words that tell slow, closed and untrusted apart. */
export function explainFailure(error: unknown): AppError {
  return new AppError("site_unreachable", describe(error), { cause: error });
}

function describe(error: unknown): { detail?: string } {
  if (error instanceof DOMException && error.name === "TimeoutError") return SLOW;
  if (!(error instanceof Error)) return {};
  const code = "code" in error ? String(error.code) : "";
  if (code === "ABORT_ERR" || code === "ETIMEDOUT") return SLOW;
  const fault = CERTIFICATES[code] ?? (code.startsWith("ERR_TLS_CERT") ? code : undefined);
  if (fault !== undefined)
    return { detail: `Its certificate is not valid: ${fault}. Nothing was sent.` };
  if (code.startsWith("ERR_SSL")) return { detail: REFUSALS.EPROTO };
  return REFUSALS[code] === undefined ? {} : { detail: REFUSALS[code] };
}

const SLOW = { detail: "It did not answer in time. It may be busy: try again in a minute." };
