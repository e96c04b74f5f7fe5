import { createHash } from "node:crypto";
import type { ToolCall } from "./call-tool";

/** Whose signature it is: it holds for one model and one key. */
export type Signer = { model: string; key: string };
export type SignedCall = ToolCall & { id: string; signature?: string };

/** Gives each call an id, and the first one the thought signature that must come back with it. */
export function signCalls(calls: readonly ToolCall[], signer: Signer): SignedCall[] {
  return calls.map((call, index) => {
    const id = hash(`${index} ${JSON.stringify(call)}`).slice(0, 8);
    return index === 0 ? { ...call, id, signature: signCall(call.name, signer) } : { ...call, id };
  });
}

export function signCall(name: string, { model, key }: Signer): string {
  return Buffer.from(hash(`${model} ${key} ${name}`)).toString("base64");
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
