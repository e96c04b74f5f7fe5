/**
 * The names of a half-filled form's fields that hold words, such as `profile.audience`; what they hold
 * is not told: some of it was read from pages.
 */
export function listFilled(draft: unknown): string[] {
  if (typeof draft !== "object" || draft === null || Array.isArray(draft)) return [];
  return Object.entries(draft).flatMap(([name, value]) => {
    if (!/^[A-Za-z]{1,40}$/.test(name)) return [];
    if (Array.isArray(value)) return value.length > 0 ? [name] : [];
    if (typeof value === "string") return value.trim() === "" ? [] : [name];
    return listFilled(value).map((inner) => `${name}.${inner}`);
  });
}
