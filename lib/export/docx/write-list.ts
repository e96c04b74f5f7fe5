import { AlignmentType, type ILevelsOptions, LevelFormat, Paragraph } from "docx";
import type { List, ListItem, RootContent } from "mdast";
import { wordsOf } from "../../markdown/words-of";
import { directionOf } from "../../text/text-direction";
import { type Block, describeDirection, type Setting } from "./setting";
import { writeRuns } from "./write-runs";

const DEEPEST = 8;
const STEP = 360;
/** By its style other programs know an indented paragraph from a quotation. */
const LIST_STYLE = "ListParagraph";
const BULLETS = ["•", "◦", "▪"];

/** How the blocks of an item are written. */
type WriteBlocks = (nodes: readonly RootContent[], setting: Setting) => Block[];

/** A list as numbered or bulleted paragraphs. */
export function writeList(list: List, setting: Setting, writeBlocks: WriteBlocks): Block[] {
  const reference = `list-${setting.numberings.length + 1}`;
  const level = Math.min(setting.level, DEEPEST);
  setting.numberings.push({ reference, levels: [describeLevel(list, level)] });
  return list.children.flatMap((item) =>
    writeItem(item, { setting, reference, level, writeBlocks }),
  );
}

type Place = { setting: Setting; reference: string; level: number; writeBlocks: WriteBlocks };

/** The first paragraph of an item carries its sign; what follows is only indented. */
function writeItem(item: ListItem, place: Place): Block[] {
  const { setting, reference, level, writeBlocks } = place;
  const [first, ...others] = item.children;
  const sign = item.checked == null ? "" : item.checked ? "☑ " : "☐ ";
  const own = first?.type === "paragraph" ? first.children : [];
  const words = sign === "" ? own : [{ type: "text" as const, value: sign }, ...own];
  const { style } = setting.look;
  const head = new Paragraph({
    ...(style ? { style } : {}),
    ...describeDirection(directionOf(wordsOf(item)) ?? setting.direction),
    numbering: { reference, level },
    children: writeRuns(words, setting.referred),
  });
  const indent = { left: STEP * (level + 1) };
  const look = { style: LIST_STYLE, ...setting.look, indent };
  const rest = first?.type === "paragraph" ? others : item.children;
  return [head, ...writeBlocks(rest, { ...setting, look, level: level + 1 })];
}

function describeLevel({ ordered, start }: List, level: number): ILevelsOptions {
  return {
    level,
    format: ordered ? LevelFormat.DECIMAL : LevelFormat.BULLET,
    text: ordered ? `%${level + 1}.` : (BULLETS[level % BULLETS.length] ?? "•"),
    alignment: AlignmentType.START,
    start: ordered ? (start ?? 1) : 1,
    style: { paragraph: { indent: { left: STEP * (level + 1), hanging: STEP } } },
  };
}
