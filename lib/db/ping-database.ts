import "server-only";
import { connect } from "./connect";

/** True when the database answers within two seconds. */
export async function pingDatabase(): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => setTimeout(resolve, 2_000, false).unref());
  const answer = connect()`SELECT 1`.then(
    () => true,
    () => false,
  );
  return Promise.race([answer, late]);
}
