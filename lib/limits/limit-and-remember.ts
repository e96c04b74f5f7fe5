import "server-only";
import { AppError } from "../errors";
import { type RefusedKind, rememberRefusal } from "./refused-logins";

/** Asks a limit about a request of somebody who is signed in; one that is refused costs next to nothing from then on. */
export async function limitAndRemember(
  { headers }: Request,
  what: RefusedKind,
  ask: () => Promise<void>,
): Promise<void> {
  try {
    await ask();
  } catch (error) {
    const seconds = error instanceof AppError ? error.context.retryAfter : undefined;
    if (seconds) {
      const [authorization, cookie] = [headers.get("authorization"), headers.get("cookie")];
      rememberRefusal(what, { authorization, cookie }, seconds);
    }
    throw error;
  }
}
