"use client";
import type { Editor } from "@tiptap/react";
import { useEffect, useId, useRef } from "react";
import styles from "./slash.module.css";
import { listCommands, type SlashCommand } from "./slash-commands";
import type { Slash } from "./slash-plugin";
import { usePlaceAtCursor } from "./use-place-at-cursor";

const NOTHING =
  "No command has this name. Go on, and say what should be written here; Escape closes.";

type SlashMenuProps = {
  editor: Editor;
  slash: Slash;
  onChoose: (command: SlashCommand) => void;
};

/** The commands that a slash opens, beneath it. The focus stays in the text, which names the marked one. */
export function SlashMenu({ editor, slash, onChoose }: SlashMenuProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const place = usePlaceAtCursor(editor, slash.from);
  const commands = listCommands(slash.query);
  const marked = commands[slash.marked];
  const markedId = marked && `${id}-${marked.id}`;
  useEffect(() => {
    list.current?.scrollIntoView({ block: "nearest" });
  }, []);
  useEffect(() => {
    const text = editor.view.dom;
    text.setAttribute("aria-controls", id);
    if (markedId) text.setAttribute("aria-activedescendant", markedId);
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
    return () => {
      text.removeAttribute("aria-controls");
      text.removeAttribute("aria-activedescendant");
    };
  }, [editor, id, markedId]);
  return (
    <>
      <p className="visually-hidden" role="status">
        {marked
          ? `${describe(marked)}, ${slash.marked + 1} of ${commands.length}. Enter chooses it, Escape closes.`
          : NOTHING}
      </p>
      <div ref={list} className={styles.menu} style={place}>
        {(!marked || marked.wish) && (
          <p className={styles.none}>{marked ? "No command has this name." : NOTHING}</p>
        )}
        <div id={id} role="listbox" aria-label="Commands" hidden={!marked}>
          {commands.map((command, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are pressed in the text.
            // biome-ignore lint/a11y/useFocusableInteractive: the text keeps the focus and names the marked option.
            <div
              key={command.id}
              id={`${id}-${command.id}`}
              role="option"
              aria-selected={index === slash.marked}
              className={styles.command}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onChoose(command)}
            >
              <span className={styles.name}>{command.name}</span>
              {command.price && <span className={styles.price}>{command.price}</span>}
            </div>
          ))}
        </div>
      </div>
    </>
  );
}

function describe({ name, price }: SlashCommand): string {
  return price ? `${name}, ${price}` : name;
}
