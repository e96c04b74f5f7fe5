import "server-only";
import { shareInProcess } from "../process/share-in-process";
import { connect } from "./connect";

const PATIENCE_MS = 2_000;
/** One ping under way for all who ask: anybody may ask, and the connections are the users'. */
const shared = shareInProcess("database-ping", (): { ping?: Promise<boolean> } => ({}));

/** True when the database answers within two seconds. */
export async function pingDatabase(): Promise<boolean> {
  shared.ping ??= ping().finally(() => {
    shared.ping = undefined;
  });
  const late = new Promise<boolean>((resolve) => setTimeout(resolve, PATIENCE_MS, false).unref());
  return Promise.race([shared.ping, late]);
}

async function ping(): Promise<boolean> {
  try {
    await connect()`SELECT 1`;
    return true;
  } catch {
    return false;
  }
}
