/** Shorter pieces of an encoding could stand anywhere by chance. */
const ENDS = { first: 12, last: 8 } as const;

/**
 * The names of all forms in which `text` holds a secret: plain, hexadecimal, URL-encoded, base64 and
 * base64url at each of the three alignments, its first 12 and its last 8 characters.
 */
export function findLeaks(text: string, secret: string): string[] {
  const lower = text.toLowerCase();
  return Object.entries(listForms(secret))
    .filter(([name, form]) =>
      name === "hex" || name === "URL-encoded"
        ? lower.includes(form.toLowerCase())
        : text.includes(form),
    )
    .map(([name]) => name);
}

/** Every form of a secret that a search must know. */
export function listForms(secret: string): Record<string, string> {
  const forms: Record<string, string> = {
    plain: secret,
    hex: Buffer.from(secret).toString("hex"),
    "URL-encoded": encodeURIComponent(secret),
    JSON: JSON.stringify(secret).slice(1, -1),
    [`first ${ENDS.first}`]: secret.slice(0, ENDS.first),
    [`last ${ENDS.last}`]: secret.slice(-ENDS.last),
  };
  for (const shift of [0, 1, 2])
    for (const encoding of ["base64", "base64url"] as const)
      forms[`${encoding} shifted by ${shift}`] = encodeMiddle(secret, shift, encoding);
  return forms;
}

/** What stays the same of the encoding whatever stands before and after the secret. */
function encodeMiddle(secret: string, shift: number, encoding: "base64" | "base64url"): string {
  const whole = Buffer.concat([Buffer.alloc(shift), Buffer.from(secret)]);
  const complete = whole.subarray(0, whole.length - (whole.length % 3));
  return complete.toString(encoding).slice(shift === 0 ? 0 : 4);
}
