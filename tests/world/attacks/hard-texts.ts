/** How a piece is made into a text: each lays another trap for whoever looks ahead, looks back or nests. */
const SHAPES: Record<string, (piece: string, length: number) => string> = {
  "again and again": fill,
  "between words": (piece, length) => fill(`word ${piece} other `, length),
  "on lines of their own": (piece, length) => fill(`${piece}\n\n`, length),
  "opened, then closed": (piece, length) =>
    fill(piece, length / 2) + fill([...piece].reverse().join(""), length / 2),
  "at the end of a plain text": (piece, length) =>
    fill("Plain words stand here. ", length - 2_000) + fill(piece, 2_000),
};

/** Pieces by what they belong to. None of them stands in the tests that the readers were built with. */
const PIECES: Record<string, string[]> = {
  nests: [
    "> - ",
    "- > ",
    "1. > - ",
    "* + - ",
    ">\t",
    "- 1) ",
    "> # ",
    "   - ",
    "-\t-\t",
    "+\n  + ",
  ],
  emphasis: [
    ...["***a", "**_", "_**a**_ ", "*a **b ", "**a*", "__a_b__", "*a_b*c_", "a**\u00a0**b"],
    ...["~~**", "*~~_", "中**“文”**字", "*\u200ba*", "****", "**a**b", "_a__b___c"],
  ],
  links: [
    ...["[a][b]", "[a]: <b\n", "[a](b 'c", '[a](<b> "', "![a][", "[![a](b)](", "](", "[]()"],
    ...[
      "<http://a",
      "http://a.b/((",
      "www.a.b?",
      "a@b.c@",
      "[a](\\(",
      "[[a]](b)",
      "<a@b.",
      "mailto:a",
    ],
    ...["[a]\n[b]: c\n", "https://a.b/%e4%", "[a](b)[c](d)", "[^a]: b\n", "[^a][^b]", "xn--a.b/"],
  ],
  marks: ["[^S1.p", "[^S1.p1][^S1.p1]", "[^S999.p1]", "^S1.p1]", "[S1.p1, S1.p2] ", "[^S1.p1]."],
  titles: ["# ", "#a\n", "a\n-\n", "## a ##\n", "=\n", "####### a\n", "# `a` **b**\n"],
  tables: [
    ...["a|b\n-|-\n", "|\\|", "|:-:|\n", "| a |\n|---|\n", "||||\n", "a | b | c\n:-|-:|:-:\n1|2\n"],
    ...["|`|`|", "|a|b|c|d|e|f|g|h|\n"],
  ],
  code: [
    "~~~a\n",
    "````\n```\n",
    "    a\n",
    "`` ` ",
    "`a``b```",
    "\t\ta\n",
    "```a b\n~~~\n",
    "`\n",
  ],
  breaks: [
    "a  \n",
    "a\\\n",
    "* * *\n",
    "_ _ _\n",
    "\r",
    "\u2028",
    "\f",
    "\u0085",
    "a\u000b",
    "\r\n\r\n",
  ],
  entities: [
    "&#",
    "&#x1F600;",
    "&#1114112;",
    "&amp;lt;",
    "&CounterClockwiseContourIntegral;",
    "&a;&b;",
  ],
  html: [
    ...["<div\n", "<a href='", "<!-- -- ", "<![CDATA[", "<?a ", "</p></p>", "<svg><style>", "<!a "],
    ...[
      "<table><tr><td>",
      "<p><b>",
      "<font color=1><p>",
      "<pre>\n",
      "<ul><li>",
      "<br/>",
      "<p",
      "</",
    ],
    ...[
      "<template>",
      "<select><option>",
      "<i><b></i>",
      "<h1><h2>",
      "<textarea>",
      "<math><mi>",
      "<link ",
    ],
    ...["<a><a>", "<nobr>", "<form>", '<p style="', "<link href=", "<span a=b c=d>", "<script>"],
  ],
  directions: ["\u202e", "\u2067a", "א ב ", "ع1", "a א", "\u200f\u200e", "שלום (a) "],
  invisible: [
    "a\u200d",
    "a\u0301\u0301",
    "\ufe0f",
    "👩‍👩‍👧‍👦",
    "🇩🇪",
    "ᄀ",
    "\u2060a",
    "\ud83d",
    "\u00ad",
    "กำ",
  ],
  numbers: [
    ...["1,", "1.", "$1 ", "1/2 ", "IV ", "12:30 ", "2020-", "1e9 ", "٣", "½ ", "1st of ", "10 % "],
    ...["twelve hundred and ", "May 2020, ", "a million and ", "from 1 to ", "Q3 2024 ", "5 km/h "],
  ],
  sentences: [
    "a? ",
    "?!",
    "... ",
    "U.S. ",
    "“.” ",
    "a.b. ",
    "(a. ",
    "Dr. A. ",
    "。",
    "a; ",
    "«a» ",
    "'s ",
  ],
  cells: ["=1+1,", '"",', '";', "\t=", "@a\n", "-1,", "'\"'"],
  data: ['{"a":', '[{"', '\\"', "\\u12", "{}", '"}{"', "[[", "{{", "null,", '"a\\\\"'],
  addresses: [
    "//",
    "../",
    "?a=b&",
    "#a",
    "https:/",
    "%00",
    "a.b.",
    "?key=a&",
    "x-api-key: a ",
    "AIza",
  ],
  escapes: ["\\", "\\*", "\\\n", "\\[", "\\\\*a", "\\&amp;", "\\<"],
  words: [
    "straße",
    "a-b-",
    "a'b",
    "ΐ",
    "ﬁ",
    "a_b",
    "İ",
    "ſ",
    "don’t ",
    "word ",
    "Zażółć ",
    "日本語",
    "x",
  ],
};

/** A text that lays a trap, and what it is called. */
export type HardText = { name: string; text: string };

/** Every piece in every shape: more than a thousand texts of so many characters. */
export function listHardTexts(length: number): HardText[] {
  return Object.entries(PIECES).flatMap(([kind, pieces]) =>
    pieces.flatMap((piece) =>
      Object.entries(SHAPES).map(([shape, make]) => ({
        name: `${kind}: ${JSON.stringify(piece)} ${shape}`,
        text: make(piece, length),
      })),
    ),
  );
}

/** A text of the usual kind and the same length, which the others are compared with. */
export function makeEasyText(length: number): string {
  return fill(
    "## How it works\n\nA heat pump moves **warmth** from outside [^S1.p1]. It cost 1,200 euros in May 2024.\n\n- one\n- two\n\n",
    length,
  );
}

function fill(piece: string, length: number): string {
  return piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
}
