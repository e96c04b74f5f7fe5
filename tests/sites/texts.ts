/** A text that an author writes: what a stranger then sees, and what must never be on the page. */
type Text = {
  what: string;
  markdown: string;
  seen: RegExp | RegExp[];
  /** Where Ghost shows it in other elements. */
  ghost?: RegExp | RegExp[];
  never?: RegExp;
};

/** Every kind of block and of mark that a section may hold. */
export const TEXTS: Text[] = [
  {
    what: "a paragraph",
    markdown: "Plain & <simple> words.",
    seen: /<p>Plain &(amp|#0?38|#x26); &(lt|#x3c);simple(>|&gt;) words\.<\/p>/i,
  },
  {
    what: "bold and soft words",
    markdown: "**Bold** and *soft* words.",
    seen: [/<strong>Bold<\/strong>/, /<em>soft<\/em>/],
  },
  {
    what: "a link of its author",
    markdown: "Read [the *guide*](https://example.org/guide?a=1&b=2).",
    seen: /<a href="https:\/\/example\.org\/guide\?a=1&(amp;|#x26;|#0?38;)?b=2"[^>]*>the <em>guide<\/em><\/a>/,
    /** Ghost tells the page where its reader comes from. */
    ghost:
      /<a href="https:\/\/example\.org\/guide\?a=1&(amp;|#x26;|#0?38;)?b=2(&(amp;|#x26;)?ref=[^"]*)?"[^>]*>the <em>guide<\/em><\/a>/,
  },
  { what: "struck-out words", markdown: "It is ~~gone~~ here.", seen: /<del>gone<\/del>/ },
  {
    what: "code in a line",
    markdown: "Use `const a = 1` here.",
    seen: /<code>const a = 1<\/code>/,
  },
  {
    what: "a heading below the section's own",
    markdown: "### Below\n\nText.",
    seen: /<h3[^>]*>Below<\/h3>/,
  },
  {
    what: "a list in a list",
    markdown: "- one\n- two\n  - inner",
    seen: /<ul[^>]*>\s*<li>one<\/li>\s*<li>two\s*<ul[^>]*>\s*<li>inner<\/li>/,
  },
  {
    what: "a numbered list that begins at three",
    markdown: "3. three\n4. four",
    seen: /<ol[^>]*start="3"[^>]*>\s*<li[^>]*>three/,
  },
  {
    what: "an item of two paragraphs",
    markdown: "1. first\n\n   second\n2. next",
    seen: /<p>first<\/p>\s*<p>second<\/p>/,
  },
  {
    what: "a list of tasks",
    markdown: "- [x] done\n- [ ] open",
    seen: [/☑\uFE0E\s+done/, /☐\s+open/],
    never: /<input[^>]*checkbox[^>]*>\s*done/,
  },
  {
    what: "a quote of two paragraphs",
    markdown: "> One thing\n>\n> Another",
    seen: /<blockquote[^>]*>\s*<p>One thing<\/p>\s*<p>Another<\/p>\s*<\/blockquote>/,
    ghost: /<blockquote>One thing<br><br>Another<\/blockquote>/,
  },
  {
    what: "code with its line breaks",
    markdown: "```ts\nconst a = 1;\nconst b = `[gallery]`;\n```",
    seen: /<pre[^>]*language-ts[^>]*><code>const a = 1;\nconst b = `(\[|&#91;)gallery\]/,
    ghost: /<pre><code class="language-ts">const a = 1;\nconst b = `\[gallery\]/,
  },
  {
    what: "a table with its alignment",
    markdown: "| a | b |\n| :-- | --: |\n| one | two |",
    seen: [/<th[^>]*>a<\/th>/, /<td[^>]*right[^>]*>two<\/td>/],
  },
  { what: "a line across", markdown: "One\n\n---\n\nTwo", seen: /<hr[^>]*>/ },
  {
    what: "brackets that are no shortcode",
    markdown: "Use [gallery] and [caption]x[/caption] so.",
    seen: /(<span>)?\[(<\/span>)?gallery\]/,
    never: /class="gallery|wp-caption/,
  },
  {
    what: "an address alone, and not the page behind it",
    markdown: "Before\n\nhttps://example.org/alone\n\nAfter",
    seen: /https:(<\/span>)?\/\/example\.org\/alone/,
    never: /<iframe|wp-embed/,
  },
  {
    what: "a mark that links to its note",
    markdown: "It is so [^S1.p1].",
    seen: [/<a href="#(s[0-9a-f]+-note-1)"[^>]*>(<sup>)?1/, /id="s[0-9a-f]+-note-1"/],
    never: /↩(?!\uFE0E)/,
  },
  {
    what: "words in other scripts",
    markdown: "寒冷地の暖房。 هذا نص عربي. कैशिंग ไทย.",
    seen: [/寒冷地の暖房。/, /هذا نص عربي/, /कैशिंग ไทย/],
  },
  {
    what: "signs of more than one character",
    markdown: "A family 👩‍👩‍👧 and 🇩🇪.",
    seen: /👩‍👩‍👧 and 🇩🇪/,
  },
  {
    what: "quotation marks as they were set",
    markdown: "“So” – it is ‘this’ … 40 %.",
    seen: /“So” – it is ‘this’ … 40 %/,
  },
  {
    what: "one tilde and a range",
    markdown: "Wait 10~20 days or 3~5 hours.",
    seen: /10~20 days or 3~5/,
  },
];
