/** What programs put on the clipboard, in the shape in which each of them writes it. */

/** Word for Windows: list items are paragraphs, a comment hides their signs, lines break anywhere. */
export const WORD = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm; font-family:"Calibri",sans-serif;} --></style></head>
<body lang=DE style='tab-interval:35.4pt'><!--StartFragment-->
<h1><span lang=EN-US style='mso-ansi-language:EN-US'>Heat pumps<o:p></o:p></span></h1>
<p class=MsoNormal><span lang=EN-US>They are <b style='mso-bidi-font-weight:normal'>quiet</b>
and <i style='mso-bidi-font-style:normal'>cheap</i>,<span style='mso-spacerun:yes'>  </span>not
<s>loud</s>: 21&nbsp;m<sup>2</sup> at 10<sup>6</sup> J.<o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>first<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span style='font-family:"Courier New"'><span style='mso-list:Ignore'>o<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span></span><![endif]>inner<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span><![endif]>second<o:p></o:p></p>
<h2>Steps</h2>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>3.<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span><![endif]>third</p>
<table class=MsoTableGrid border=1 style='border-collapse:collapse'><tr><td width=100><p class=MsoNormal><b>Size<o:p></o:p></b></p></td><td><p class=MsoNormal>Cost</p></td></tr>
<tr><td><p class=MsoNormal>6 kW</p></td><td><p class=MsoNormal>9.000</p><p class=MsoNormal>to 12.000</p></td></tr></table>
<p class=MsoNormal><a href="https://example.org/guide?a=1&amp;b=2">The guide</a> and a note<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a>.</p>
<p class=MsoNormal><!--[if gte vml 1]><v:shape id="P1"><v:imagedata src="file:///C:/x.png"/></v:shape><![endif]--><![if !vml]><img width=300 height=200 src="file:///C:/clip_image001.png" v:shapes="P1"><![endif]></p>
<!--EndFragment--></body></html>`;

/** Word on the web: each item in a wrapper and a list of its own. */
export const WORD_ON_THE_WEB = `<meta charset="utf-8"><div class="OutlineElement Ltr"><p class="Paragraph" style="font-weight: normal; font-style: normal;"><span class="TextRun" style="font-weight: bold;"><span class="NormalTextRun">Bold</span></span><span class="TextRun"><span class="NormalTextRun"> words</span></span><span class="EOP">&nbsp;</span></p></div><div class="ListContainerWrapper"><ol class="NumberListStyle1" role="list" start="1"><li data-aria-level="1" class="OutlineElement"><p class="Paragraph"><span class="TextRun">one</span></p></li></ol></div><div class="ListContainerWrapper"><ul class="BulletListStyle2" role="list"><li data-aria-level="2" class="OutlineElement"><p class="Paragraph"><span class="TextRun">inner</span></p></li></ul></div><div class="ListContainerWrapper"><ol class="NumberListStyle1" role="list" start="2"><li data-aria-level="1" class="OutlineElement"><p class="Paragraph"><span class="TextRun">two</span></p></li></ol></div>`;

/** Google Docs: all of it in a bold element that is not bold, what is bold in a style. */
export const GOOGLE_DOCS = `<meta charset='utf-8'><meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-6a2c1e0f-7fff-8b1d-9a51-2f3a5c7d9e10"><h2 dir="ltr" style="line-height:1.38;"><span style="font-size:16pt;font-weight:700;font-style:normal;">Why <span>now</span></span></h2><p dir="ltr"><span style="font-weight:400;font-style:normal;text-decoration:none;vertical-align:baseline;white-space:pre-wrap;">Plain, </span><span style="font-weight:700;white-space:pre-wrap;">bold</span><span style="font-weight:400;white-space:pre-wrap;">, </span><span style="font-weight:400;font-style:italic;white-space:pre-wrap;">soft</span><span style="white-space:pre-wrap;">, </span><span style="text-decoration:line-through;white-space:pre-wrap;">gone</span><span style="white-space:pre-wrap;"> and </span><a href="https://example.org/a" style="text-decoration:none;"><span style="color:#1155cc;text-decoration:underline;white-space:pre-wrap;">a link</span></a><span style="white-space:pre-wrap;">, H</span><span style="vertical-align:sub;">2</span><span>O.</span></p><br><ul style="margin-top:0;"><li dir="ltr" style="list-style-type:disc;" aria-level="1"><p dir="ltr" role="presentation"><span>one</span></p></li><ul><li dir="ltr" aria-level="2"><p dir="ltr" role="presentation"><span>inner</span></p></li></ul><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>two</span></p></li></ul><ul><li dir="ltr" role="checkbox" aria-checked="true" aria-level="1"><img src="data:image/png;base64,iVBORw0KGgo=" width="17" height="17" alt="checked" aria-roledescription="checkbox"><p dir="ltr" role="presentation"><span>done</span></p></li><li dir="ltr" role="checkbox" aria-checked="false" aria-level="1"><img src="data:image/png;base64,iVBORw0KGgo=" alt="unchecked" aria-roledescription="checkbox"><p dir="ltr"><span>open</span></p></li></ul><div dir="ltr" align="left"><table style="border:none;"><colgroup><col width="300"><col width="300"></colgroup><tbody><tr><td><p dir="ltr"><span>a</span></p></td><td><p dir="ltr"><span>b</span></p></td></tr><tr><td><p dir="ltr"><span>1</span></p></td><td><p dir="ltr"><span>2</span></p></td></tr></tbody></table></div><p dir="ltr"><span><img src="https://lh7-rt.googleusercontent.com/docsz/x" width="602" height="400"></span></p></b>`;

/** A page as Chromium copies it: styles of every kind written out, addresses made whole. */
export const WEB_PAGE = `<meta charset='utf-8'><h1 style="font-size: 2em; font-weight: 700; color: rgb(31, 35, 40);">Caching</h1><div class="byline"><span>By A. Writer</span></div><p style="font-weight: 400; orphans: 2;">It <strong>helps</strong><span>&nbsp;</span>a <em>lot</em> 👍 <img class="emoji" alt="🎉" src="https://s.example/1f389.svg">, see <a href="https://example.org/docs/" rel="noopener" target="_blank">the docs</a>, <a href="#part">below</a> or <a href="mailto:a@example.org">write</a>.<sup class="reference"><a href="#cite_note-1">[1]</a></sup></p><ol start="4"><li><p>four</p><pre><code class="language-js">const a = 1;

b();</code></pre></li><li>five</li></ol><blockquote><p>One</p><p>Two</p></blockquote><div class="highlight"><pre lang="ts"><span class="pl-k">let</span> x = <span class="pl-c1">2</span>;
</pre><button aria-label="Copy">Copy</button></div><ul class="contains-task-list"><li class="task-list-item"><input type="checkbox" disabled checked> shipped</li><li class="task-list-item"><input type="checkbox" disabled> planned</li></ul><figure><img src="https://example.org/p.jpg" alt="A pump"><figcaption>A pump</figcaption></figure><iframe src="https://video.example/embed/1"></iframe><div style="display:none">hidden</div><table role="presentation"><tr><td><h3>Aside</h3><p>Laid out.</p></td><td>beside</td></tr></table><script>alert(1)</script><p onclick="x()">End &lt;b&gt; **not bold** [^own].</p>`;

/** Text with marks of Markdown, as README files and chats give it. */
export const MARKDOWN = `# Caching

It **helps** a *lot*, ~~never~~ \`often\`:
see [the docs](https://example.org/docs).

- one
- two
  1. inner

\`\`\`ts
let x = 2;
\`\`\`

| a | b |
| - | -: |
| 1 | 2 |

> said

---

10~20 days, 2 * 3 * 4`;
