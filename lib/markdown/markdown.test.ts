import { toHtml } from "hast-util-to-html";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { expect, test } from "vitest";
import { cleanHtml } from "./clean-html";
import { isSameText } from "./is-same-text";
import { readMarkdown } from "./read-markdown";
import { toHtmlTree } from "./to-html-tree";
import { writeMarkdown } from "./write-markdown";

const show = (markdown: string) =>
  toHtml(cleanHtml(toHtmlTree(readMarkdown(markdown), { direction: "ltr" })));
const again = (markdown: string, forOthers = true) =>
  writeMarkdown(readMarkdown(markdown), { forOthers }).trimEnd();

test.each([
  ["**注意：**不要删除。", "<p><strong>注意：</strong>不要删除。</p>"],
  ["これは**「引用」**です。", "<p>これは<strong>「引用」</strong>です。</p>"],
  ["**중요(필수)**는 다음과 같다.", "<p><strong>중요(필수)</strong>는 다음과 같다.</p>"],
  ["~~（旧）~~新", "<p><del>（旧）</del>新</p>"],
  ["大约3~5天，价格100~200元。", "<p>大约3~5天，价格100~200元。</p>"],
  ["from 10~20 to 30~40 units", "<p>from 10~20 to 30~40 units</p>"],
  ["~one~ and ~~two~~", "<p>~one~ and <del>two</del></p>"],
  ["תעבודה נמדדת. 300 (בערך).", '<p dir="rtl">תעבודה נמדדת. 300 (בערך).</p>'],
  ["- אחת\n- one", '<ul dir="rtl">\n<li>אחת</li>\n<li dir="ltr">one</li>\n</ul>'],
  ["Array<string> <b>x</b>", "<p>Array&#x3C;string> &#x3C;b>x&#x3C;/b></p>"],
  ["[^S1.p1]: no definition", "<p>[^S1.p1]: no definition</p>"],
  ["[a [^S1.p1] b](x)", '<p><a href="x">a [^S1.p1] b</a></p>'],
  ["[a](javascript:b) [c](ftp:d)", "<p>[a](javascript:b) <a>c</a></p>"],
])("it reads as it was meant: %s", (markdown, html) => {
  expect(show(markdown)).toBe(html);
});

test.each([
  ["signs that mean nothing", "1 < 2 & 3 > 2, a * b, snake_case, 5*3, $x$, C# and R&D [x]"],
  ["one tilde", "about ~3 days"],
  ["what no other reader strikes out", "删除~~。~~"],
  ["marks of citations", "Some [^S1.p2] words. [^S10.p31]"],
  ["lists", "3. three\n   - [x] done\n   - [ ] open\n4. four"],
  ["two lists", "- a\n\n* b"],
  ["a table", "| a | b |\n| - | -: |\n| 1\\|2 | `x` |"],
  ["code", "````md\n```js\na\n```\n````"],
  ["a quotation", "> one\n>\n> - two\n\n---\n\n### Three"],
  ["a link", '[a *b*](https://example.org/a_b "c")'],
  ["an address", "[a](https://example.org/?a=1&b=(2)&copy=3) [b](<https://例え.jp/寒冷 地>)"],
])("%s are written as they were, nothing escaped", (_, markdown) => {
  expect(again(markdown)).toBe(markdown);
});

test.each([
  ["2\\*3\\*4", "2\\*3\\*4"],
  ["3~5 and 10~20", "3\\~5 and 10\\~20"],
  ["1\\. x", "1\\. x"],
  ["# \\# x", "# # x"],
  ["\\[a](b)", "\\[a](b)"],
  ["<b>", "\\<b>"],
  ["https://a.example", "https\\://a.example"],
  ["[a](https://a.example/?a=1\\&copy;=2)", "[a](https://a.example/?a=1\\&copy;=2)"],
])("what others would take for markup is escaped: %s", (markdown, written) => {
  expect(again(markdown)).toBe(written);
});

test.each([
  ["**注意：**不要*（可）*删除。", "**注意：**&#x4E0D;&#x8981;*（可）*&#x5220;除。"],
  ["これは**「引用」**です。", "これ&#x306F;**「引用」**&#x3067;す。"],
  ["한국어**(필수)**입니다", "한국&#xC5B4;**(필수)**&#xC785;니다"],
  ["前**文字**後", "前**文字**後"],
])(
  "others read emphasis where we do, and we write it plainly for ourselves: %s",
  (own, written) => {
    expect(again(own, true)).toBe(written);
    expect(again(own, false)).toBe(own);
    const strict = fromMarkdown(written, {
      extensions: [gfm()],
      mdastExtensions: [gfmFromMarkdown()],
    });
    expect(isSameText(strict, readMarkdown(own))).toBe(true);
  },
);
