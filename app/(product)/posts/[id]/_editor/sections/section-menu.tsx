"use client";
import { Menu } from "@mantine/core";
import quiet from "@/app/_ui/quiet-button.module.css";
import { TOOLBAR_ICONS } from "../toolbar/toolbar-icons";

/** Tools that propose another text, and tools that only look. Each opens a panel and asks before it begins. */
const PROPOSING = {
  rewrite: "Rewrite…",
  polish: "Polish…",
  expand: "Expand…",
  shorten: "Shorten…",
  tone: "Change the tone…",
  flow: "Smooth the transitions…",
  openings: "Three openings…",
  sources: "Find more sources…",
  links: "Link my own posts…",
} as const;
const CHECKING = { check: "Check the facts…", originality: "Check originality…" } as const;
const TOOL_NAMES = { ...PROPOSING, ...CHECKING } as const;
/** What can be done with a section, beside writing in it. */
export type ToolName = keyof typeof TOOL_NAMES;
export type OutlineAction = "up" | "down" | "add" | "merge" | "delete";

type SectionMenuProps = {
  heading: string;
  /** Where it stands among how many. */
  place: { index: number; count: number };
  busy: boolean;
  onTool: (tool: ToolName) => void;
  onOutline: (action: OutlineAction) => void;
  /** Opens the choice of the sources that it may draw on. */
  onSources: () => void;
};

/** The menu of a section: tools that propose, and changes of the outline. */
export function SectionMenu({
  heading,
  place,
  busy,
  onTool,
  onOutline,
  onSources,
}: SectionMenuProps) {
  const { index, count } = place;
  const isLast = index === count - 1;
  const listTools = (names: Partial<typeof TOOL_NAMES>) =>
    Object.entries(names)
      .filter(([tool]) => tool !== "openings" || index === 0)
      .map(([tool, name]) => (
        <Menu.Item
          key={tool}
          disabled={busy || (tool === "flow" && count === 1)}
          onClick={() => isTool(tool) && onTool(tool)}
        >
          {name}
        </Menu.Item>
      ));
  return (
    <Menu
      position="bottom-end"
      width={230}
      withinPortal
      hideDetached={false}
      middlewares={{ flip: true, shift: true, size: { padding: 8 } }}
    >
      <Menu.Target>
        <button type="button" className={quiet.icon} aria-label={`Change “${heading}”`}>
          {TOOLBAR_ICONS.more}
        </button>
      </Menu.Target>
      <Menu.Dropdown style={{ overflowY: "auto" }}>
        <Menu.Label>Propose a change</Menu.Label>
        {listTools(PROPOSING)}
        <Menu.Divider />
        <Menu.Label>Look it over</Menu.Label>
        {listTools(CHECKING)}
        <Menu.Divider />
        <Menu.Label>Outline</Menu.Label>
        <Menu.Item disabled={busy} onClick={onSources}>
          Choose its sources…
        </Menu.Item>
        <Menu.Item disabled={index === 0} onClick={() => onOutline("up")}>
          Move up
        </Menu.Item>
        <Menu.Item disabled={isLast} onClick={() => onOutline("down")}>
          Move down
        </Menu.Item>
        <Menu.Item onClick={() => onOutline("add")}>Add a section below</Menu.Item>
        <Menu.Item disabled={isLast || busy} onClick={() => onOutline("merge")}>
          Merge with the next one
        </Menu.Item>
        <Menu.Item c="var(--bad)" disabled={count === 1} onClick={() => onOutline("delete")}>
          Delete
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function isTool(name: string): name is ToolName {
  return Object.hasOwn(TOOL_NAMES, name);
}
