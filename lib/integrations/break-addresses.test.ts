import { fromHtml } from "hast-util-from-html";
import { toHtml } from "hast-util-to-html";
import { expect, test } from "vitest";
import { breakAddresses } from "./break-addresses";

const open = (html: string) => toHtml(breakAddresses(fromHtml(html, { fragment: true })));

test.each([
  [
    "<p>See https://example.org/a/long-path?b=1 now</p>",
    "<p>See https://<wbr>example.<wbr>org/<wbr>a/<wbr>long-<wbr>path?<wbr>b=<wbr>1 now</p>",
  ],
  ["<p>short/one and well-known words</p>", "<p>short/one and well-known words</p>"],
  [
    "<p>Donaudampfschifffahrtselektrizitätengesellschaft</p>",
    "<p>Donaudampfschifffahrtselektrizitätengesellschaft</p>",
  ],
  [
    "<p>寒冷地の暖房は効率で選ぶ。古い機種は注意する必要がある。そして次。</p>",
    "<p>寒冷地の暖房は効率で選ぶ。古い機種は注意する必要がある。そして次。</p>",
  ],
  [
    "<pre><code>https://example.org/a/long/path/of/code</code></pre>",
    "<pre><code>https://example.org/a/long/path/of/code</code></pre>",
  ],
  [
    "<ul><li><code>a_very_long_name_of_a_function_in_it</code></li></ul>",
    "<ul><li><code>a_<wbr>very_<wbr>long_<wbr>name_<wbr>of_<wbr>a_<wbr>function_<wbr>in_<wbr>it</code></li></ul>",
  ],
])("long addresses may go on in the next line, and nothing else is changed: %s", (html, broken) => {
  expect(open(html)).toBe(broken);
});
