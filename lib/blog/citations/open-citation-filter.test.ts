import fc from "fast-check";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { toHast } from "mdast-util-to-hast";
import { gfm } from "micromark-extension-gfm";
import { expect, test } from "vitest";
import { scaled } from "@/tests/world/scale";
import { type CleanProse, openCitationFilter } from "./open-citation-filter";

const KNOWN = new Set(["S1.p1", "S1.p2", "S2.p1", "S12.p14"]);
const known = fc.constantFrom(...KNOWN);
const unknown = fc.constantFrom("S99.p1", "S1.p29", "S1.p99999", "S3.p1", "S0.p0");
const address = fc.constantFrom(
  "https://evil.example/a?b=1",
  "http://evil.example",
  "HTTPS://EVIL.example/x.",
  "www.evil.example/y",
  "ftp://evil.example/z",
  "https&#58;//evil.example/x",
  "https&colon;//evil.example",
  "https\\://evil.example",
  "https:/\\/evil.example/p",
  "www&period;evil.example",
  "h&#116;tps://evil.example/a",
);
const word = fc.constantFrom(
  "caching",
  "it's",
  "42%",
  "a < b",
  "naïve",
  "日本語",
  "e.g.",
  "“so”",
  "x=1",
);
const code = fc.constantFrom(
  "`Array<string>`",
  "`<div>`",
  "``a `b` c``",
  "`[[1, 2]]`",
  "`C# [x](y)`",
);
const element = fc.constantFrom(
  "<b>",
  "</b>",
  '<img src=x onerror="alert(1)">',
  "<script>alert(1)</script>",
  "<SCRIPT>alert(1)",
  "<iframe src='//evil'></iframe>",
  "<!-- note -->",
  "<scr<b>ipt>",
  '<a href="javascript:alert(1)">',
  "<svg onload=alert(1)>",
);
/** Pieces that finish and pieces that do not, so that neighbours may join to something worse. */
const piece = fc.oneof(
  word,
  code,
  element,
  address,
  fc.constantFrom(" ", " ", " ", "\n", "\n\n", "\n```js\nconst a = [[0]];\n```\n", "\n~~~\n<b>\n"),
  known.map((id) => `[[${id}]]`),
  fc.tuple(known, known).map(([one, two]) => `[[${one}, ${two}]]`),
  unknown.map((id) => `[[${id}]]`),
  unknown.map((id) => `[${id}]`),
  unknown.map((id) => `[^${id}]: note`),
  fc.tuple(word, address).map(([text, url]) => `[${text}](${url})`),
  fc.tuple(word, address).map(([text, url]) => `![${text}](${url})`),
  address.map((url) => `<${url}>`),
  address.map((url) => `[ref]: ${url}`),
  fc.constantFrom(
    "[",
    "]",
    "[[",
    "]]",
    "(",
    ")",
    "](",
    "![",
    "<",
    ">",
    "`",
    "``",
    "```",
    "\\",
    "!",
  ),
  fc.constantFrom(
    "ht",
    "tps://",
    "S9",
    "9.p1",
    "<scr",
    "ipt>",
    "# ",
    "## ",
    ":",
    "|",
    "[^",
    "\u200b",
    "\u{E0041}",
    "🚀",
  ),
);
const markdown = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(""));
const cuts = fc.array(fc.nat({ max: 400 }), { maxLength: 40 });

function clean(text: string, at: readonly number[] = []): CleanProse {
  const filter = openCitationFilter(KNOWN);
  const ends = [...new Set(at)].filter((end) => end < text.length).sort((a, b) => a - b);
  const pieces = [...ends, text.length].map((end, index) =>
    filter.push(text.slice(index === 0 ? 0 : ends[index - 1], end)),
  );
  const all = [...pieces, filter.end()];
  return {
    text: all.map((one) => one.text).join(""),
    cited: all.flatMap((one) => one.cited),
    dropped: all.reduce((sum, one) => sum + one.dropped, 0),
  };
}

type TreeNode = { type: string; tagName?: string; value?: string; children?: TreeNode[] };

/** What GitHub's reader of Markdown makes of a text, beyond words: raw HTML and elements by name. */
function listMarkup(markdownText: string): string[] {
  const found: string[] = [];
  const visit = (node: TreeNode): void => {
    if (node.type === "raw") found.push(`raw ${node.value ?? ""}`);
    if (node.tagName) found.push(node.tagName);
    for (const child of node.children ?? []) visit(child);
  };
  const options = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] };
  visit(toHast(fromMarkdown(markdownText, options), { allowDangerousHtml: true }));
  return found;
}

test("however a reply is cut, the reader sees the same text, citations and count", () => {
  fc.assert(
    fc.property(markdown, cuts, (text, at) => {
      expect(clean(text, at)).toEqual(clean(text));
    }),
    { numRuns: scaled(100_000) },
  );
  fc.assert(
    fc.property(markdown, (text) => {
      expect(
        clean(
          text,
          Array.from(text, (_, index) => index),
        ),
      ).toEqual(clean(text));
    }),
    { numRuns: scaled(10_000) },
  );
});

/** Texts that a random run once got through. */
const FORMER_HOLES = [
  "[ref]: https://evil.example/a?b=1`\n`Array<string>`",
  "[ref]: https://evil.example/a?b=1\\`Array<string>`[caching](https://evil.example/a?b=1)`Array<string>`",
];

test("no address, tag, image, link or unknown passage survives, whatever surrounds it", () => {
  fc.assert(
    fc.property(markdown, (text) => {
      const { text: shown } = clean(text);
      const markup = listMarkup(shown);
      expect(shown).not.toMatch(/(https?|ftp):\/\/|www\.evil/i);
      expect(shown).not.toMatch(/\u200b/);
      expect(markup.filter((name) => /^(raw|a$|img$|h1$|sup$)/.test(name))).toEqual([]);
      for (const id of shown.match(/S\d+\.p\d+/g) ?? []) expect(KNOWN).toContain(id);
    }),
    { numRuns: scaled(20_000), examples: FORMER_HOLES.map((text) => [text]) },
  );
});

test("code is where every reader of Markdown sees it, so nothing hides between two readings", () => {
  const tricks = [
    "`a\nb` Array<string> `c",
    "\\`a` <string> `b",
    "\\\\`a` <string> `b",
    "`https://evil.example` <string> `https://evil.example`",
    "``[[S1.p1]]`x`` <string> `",
    "`a`<b></b>`<string>`",
    "| a | b |\n| --- | --- |\n| `x | <string> ` |",
    "1. Step\n\n   ```\n   code\n\nNo longer in the list <string>\n\n   ```\n<string>",
    "> ```\n<string>\n```\n<string>",
    "```\n``` https://evil.example\n<string>\n```\n<string>",
    "text\n        ```\n<string>",
    "[a](x)<b></b>(y) [b]<b></b>(https://evil.example)",
    "[c]<i></i>: /relative\n\n[c]",
  ];
  for (const trick of tricks) {
    const bad = listMarkup(clean(trick).text).filter((name) => /^(raw|a$|img$)/.test(name));
    expect(bad, trick).toEqual([]);
  }
});

test("every citation of a known passage is kept, once and in order", () => {
  const sentence = fc.tuple(fc.constantFrom("One claim", "Use `a<b>`", "Es gilt"), known);
  const noise = fc.constantFrom(" [[S99.p1]]", " <b>bold</b>", " [here](https://evil.example)", "");
  fc.assert(
    fc.property(fc.array(fc.tuple(sentence, noise)), cuts, (sentences, at) => {
      const text = sentences
        .map(([[claim, id], extra]) => `${claim}${extra} [[${id}]].`)
        .join("\n");
      const { cited, dropped, text: shown } = clean(text, at);
      expect(cited).toEqual(sentences.map(([[, id]]) => id));
      expect(shown.match(/(?<=\[\^)S\d+\.p\d+(?=\])/g) ?? []).toEqual(cited);
      expect(dropped).toBe(sentences.filter(([, extra]) => extra.includes("S99")).length);
    }),
    { numRuns: scaled(10_000) },
  );
});

test("faithful prose and code stay as they were written", () => {
  const faithful = [
    "Plain words, **bold**, _italic_ (with an aside), 5 < 6 and 3 > 2; a <= b. C# is a language!",
    "Call `Array<string>` or `Map<K, V[]>`, then ``a `quoted` word`` and `arr[0](x)` and `<Link href>`.",
    "- [ ] a task\n- [x] done\n\n> A quotation: “so it is”.\n\n1. One\n2. Two",
    "```ts\nconst rows: Array<[string, number]> = [[1, 2]];\nif [[ -f file ]]; then <b>\n```\n\nAfter.",
    "| Name | Type |\n| --- | --- |\n| `id` | `Array<string>` |",
    "### A heading\n\n日本語の文章です。 Grüße! E-mail me? 12:30; a: b.",
    "Escaped \\` stays, and so does \\\\.",
  ];
  for (const text of faithful) expect(clean(text).text).toBe(text);
  expect(clean("Type Array<string> or Map<string, Foo>.").text).toBe(
    "Type Array&lt;string> or Map&lt;string, Foo>.",
  );
});

test("what a model writes against its instructions is taken out where it stands", () => {
  const table: [string, string][] = [
    ["A claim [[S1.p1]], [[S1.p2; S2.p1]].", "A claim[^S1.p1],[^S1.p2][^S2.p1]."],
    ["Also [S1.p1] and [^S2.p1].", "Also[^S1.p1] and[^S2.p1]."],
    ["Half [[S1.p1, S99.p1]] known.", "Half[^S1.p1] known."],
    ["A graph [[S1.p1]]  [[S2.p1]] grows.", "A graph[^S1.p1][^S2.p1] grows."],
    ["- [[S1.p1]] one\n> 1. [[S1.p2]] two", "- [^S1.p1] one\n> 1. [^S1.p2] two"],
    ["Read [the **docs**](https://evil.example/a_(b)) now.", "Read the **docs** now."],
    ["See https://evil.example/a. Next.", "See . Next."],
    ['`fetch("https://evil.example")` works.', '`fetch("")` works.'],
    ["`code [[S1.p1]]` cites.", "`code `[^S1.p1] cites."],
    ["```\nrun [[S1.p1]]\n```\nAfter", "```\nrun \n```\n\n[^S1.p1]\nAfter"],
    ["Never closed:\n```\nrun", "Never closed:\n```\nrun\n```"],
    ["[![logo](https://evil.example/p.png)](https://evil.example) Hi", " Hi"],
    ["One <scr<b>ipt>alert(1)</script> two", "One &lt;script>alert(1) two"],
    ["One <script>\nalert(1)\n</script> two", "One  two"],
    ["ht<b></b>tps://evil.example x", " x"],
    ["![pixel](https://evil.example/p.png)<img src=x onerror=alert(1)>", ""],
    ["It stops inside [[S1.p", "It stops inside "],
    ["[a]: javascript:alert(1)", "[a] : javascript:alert(1)"],
    ["# Top\n## Second\n### Third", "### Top\n### Second\n### Third"],
  ];
  for (const [text, shown] of table) expect(clean(text).text, text).toBe(shown);
});

test("text is shown while it streams: nothing finished is held back longer than a word", () => {
  const filter = openCitationFilter(KNOWN);
  expect(filter.push("Words arrive and so do ").text).toBe("Words arrive and so do");
  expect(filter.push("claims [[S1.p1]]").text + filter.push(". Ne").text).toBe(" claims[^S1.p1].");
  expect(filter.push("xt `co").text).toBe(" Next");
  expect(filter.push("de` is").text).toBe(" `code`");
});
