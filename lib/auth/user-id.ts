/** A user's id: Clerk's in production, `local-developer` in development. Minted in this folder only. */
export type UserId = string & { readonly __brand: "UserId" };

/** The only user of development mode (`None` in the diagrams). */
export const LOCAL_DEVELOPER = mintUserId("local-developer");

/**
 * Turns a verified subject into a `UserId`.
 *
 * @throws Error when it is empty or longer than 255 characters.
 */
export function mintUserId(subject: string): UserId {
  if (!subject || subject.length > 255) throw new Error("A user id has 1 to 255 characters.");
  return subject as UserId;
}
