import { AlignmentType, Paragraph, Table, TableCell, TableRow, WidthType } from "docx";
import type { Table as TableNode } from "mdast";
import type { Direction } from "../../text/text-direction";
import { describeDirection } from "./setting";
import { type Referred, writeRuns } from "./write-runs";

const ALIGNMENTS = {
  left: AlignmentType.LEFT,
  right: AlignmentType.RIGHT,
  center: AlignmentType.CENTER,
} as const;

/** A table as wide as the page; its first row is repeated on every page. */
export function writeTable(
  { children, align }: TableNode,
  referred: Referred,
  direction: Direction,
): Table {
  const columns = Math.max(...children.map((row) => row.children.length));
  const rows = children.map((row, index) => {
    const cells = Array.from({ length: columns }, (_, column) => {
      const side = align?.[column];
      const runs = writeRuns(
        row.children[column]?.children ?? [],
        referred,
        index === 0 ? { bold: true } : {},
      );
      const look = {
        ...describeDirection(direction),
        ...(side ? { alignment: ALIGNMENTS[side] } : {}),
      };
      return new TableCell({ children: [new Paragraph({ ...look, children: runs })] });
    });
    return new TableRow({ children: cells, ...(index === 0 ? { tableHeader: true } : {}) });
  });
  const width = { size: 100, type: WidthType.PERCENTAGE };
  return new Table({ rows, width, visuallyRightToLeft: direction === "rtl" });
}
