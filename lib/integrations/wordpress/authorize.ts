import "server-only";
import type { Login } from "../publisher";

/** The header of an application password. */
export function authorize({ username, secret }: Pick<Login, "username" | "secret">) {
  const basic = Buffer.from(`${username ?? ""}:${secret.open()}`).toString("base64");
  return { authorization: `Basic ${basic}` };
}
