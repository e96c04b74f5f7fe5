import { AlignmentType, type ILevelsOptions, LevelFormat, Paragraph } from "docx";
import type { List, ListItem } from "mdast";
import { type Block, type Setting, writeBlocks } from "./write-blocks";
import { writeRuns } from "./write-runs";

/** The lists of a document: Word keeps how each is numbered apart from its items. */
export type Numberings = { reference: string; levels: ILevelsOptions[] }[];

const DEEPEST = 8;
const STEP = 360;
const BULLETS = ["•", "◦", "▪"];

/** A list as numbered or bulleted paragraphs. */
export function writeList(list: List, setting: Setting): Block[] {
  const reference = `list-${setting.numberings.length + 1}`;
  const level = Math.min(setting.level, DEEPEST);
  setting.numberings.push({ reference, levels: [describeLevel(list, level)] });
  return list.children.flatMap((item) => writeItem(item, { setting, reference, level }));
}

type Place = { setting: Setting; reference: string; level: number };

/** The first paragraph of an item carries its sign; what follows is only indented. */
function writeItem(item: ListItem, { setting, reference, level }: Place): Block[] {
  const [first, ...others] = item.children;
  const sign = item.checked == null ? "" : item.checked ? "☑ " : "☐ ";
  const own = first?.type === "paragraph" ? first.children : [];
  const words = sign === "" ? own : [{ type: "text" as const, value: sign }, ...own];
  const { style } = setting.look;
  const head = new Paragraph({
    ...(style ? { style } : {}),
    numbering: { reference, level },
    children: writeRuns(words, setting.referred),
  });
  const look = { ...setting.look, indent: { left: STEP * (level + 1) } };
  const rest = first?.type === "paragraph" ? others : item.children;
  return [head, ...writeBlocks(rest, { ...setting, look, level: level + 1 })];
}

function describeLevel({ ordered, start }: List, level: number): ILevelsOptions {
  return {
    level,
    format: ordered ? LevelFormat.DECIMAL : LevelFormat.BULLET,
    text: ordered ? `%${level + 1}.` : (BULLETS[level % BULLETS.length] ?? "•"),
    alignment: AlignmentType.LEFT,
    start: ordered ? (start ?? 1) : 1,
    style: { paragraph: { indent: { left: STEP * (level + 1), hanging: STEP } } },
  };
}
