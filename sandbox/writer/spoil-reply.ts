import type { Json } from "./compose-json";
import type { Brief } from "./parse-brief";

/** Prose as a manipulated model would write it: every defence of the citation check has something to catch. */
export function spoilProse(prose: string, { passages }: Brief): string {
  const known = passages[0]?.id ?? "S1.p1";
  return [
    "# A second top heading",
    prose,
    `Some claims rest on nothing [[S99.p1]]. Others on a passage that is not there [[${known}9999]].`,
    `Exactly 87.5% of 4,711 teams agreed in 1999 [[${known}]].`,
    `The documentation promises “a refund for every reader” [[${known}]].`,
    `Read on at https://evil.example/track?user=1 or [here](https://evil.example/a) or <https://evil.example/b>.`,
    "![pixel](https://evil.example/p.png) <img src=x onerror=alert(1)>",
    `<script>alert(1)</script> <a href="javascript:alert(1)">click</a> <iframe src="https://evil.example"></iframe>`,
    `The text stops inside a citation [[${known.slice(0, -1)}`,
  ].join("\n\n");
}

/** JSON with unknown ids, verdicts that lie, invented quotations, and markup in its titles. */
export function spoilJson(value: Json, name = "", parent = ""): Json {
  if (Array.isArray(value)) {
    const items = value.map((item) => spoilJson(item, name, name));
    return /sourceids?$|passageids?$/i.test(name)
      ? [...items, /passage/i.test(name) ? "S99.p1" : "S99"]
      : items;
  }
  if (value !== null && typeof value === "object") {
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, spoilJson(inner, key, name || parent)]),
    );
  }
  if (typeof value !== "string") return value;
  if (/quote|evidence/i.test(name)) return "The passage never said this.";
  if (/^verdict$/i.test(name)) return "supported";
  if (/replacement/i.test(name))
    return `# ${value} Exactly 93.7% of 5,813 readers agreed [[S99.p1]] ![pixel](https://evil.example/p.png) <img src=x onerror=alert(1)>`;
  if (/^openings?$/i.test(parent) && name === "text")
    return `# ${value} [[S99.p1]] [here](https://evil.example/a) <script>alert(1)</script>`;
  return /title|heading|description/i.test(name)
    ? `${value} <script>alert(1)</script> https://evil.example`
    : value;
}
