import { expect, test } from "vitest";
import { decodeEntities } from "./decode-entities";

test.each([
  ["Heat &amp; cold", "Heat & cold"],
  ["R&#038;D &#8211; &#8220;5&#8221; &hellip;", "R&D – “5” …"],
  ["&#x1F468;&#x200D;&#x1F469; caf&eacute;", "👨‍👩 café"],
  ["&lt;b&gt; &quot;x&quot; &#39;y&apos;", "<b> \"x\" 'y'"],
  ["AT&T, a & b, 5 &copy 2026", "AT&T, a & b, 5 © 2026"],
  ["&amp;amp; &unknown; &#xD800;", "&amp; &unknown; \uFFFD"],
  ["Two <em>words</em>", "Two words"],
  ["寒冷地 &nbsp;の暖房", "寒冷地 \u00A0の暖房"],
])("a title or a name of WordPress is read as a reader sees it: %s", (kept, read) => {
  expect(decodeEntities(kept)).toBe(read);
});
