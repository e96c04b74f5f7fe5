"use client";
import { Button, Group, Popover, TextInput } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { type Editor, useEditorState } from "@tiptap/react";
import { type FormEvent, useState } from "react";
import { dropLink, findLink, readAddress, setLink } from "./set-link";
import styles from "./toolbar.module.css";
import { TOOLBAR_ICONS } from "./toolbar-icons";

const NO_ADDRESS = "Enter the address of a web page, such as example.org/guide.";

/** Links the selected words to a page of the author's choice. Ctrl or ⌘ + K opens it, Esc closes it. */
export function LinkButton({ editor }: { editor: Editor | null }) {
  const [opened, setOpened] = useState(false);
  const linked = useEditorState({
    editor,
    selector: ({ editor: now }) => (now && !now.isDestroyed ? findLink(now) : ""),
  });
  const usable = editor !== null && !editor.isDestroyed;
  const open = () => setOpened(usable);
  useHotkeys([["mod+K", open]], [], true);
  return (
    <Popover
      opened={opened && usable}
      onChange={setOpened}
      width={320}
      position="bottom-start"
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <button
          type="button"
          className={styles.tool}
          tabIndex={-1}
          aria-label="Link"
          aria-pressed={Boolean(linked)}
          aria-disabled={!usable || undefined}
          title="Link (Ctrl+K)"
          onMouseDown={(event) => event.preventDefault()}
          onClick={open}
        >
          {TOOLBAR_ICONS.link}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        {editor && (
          <LinkForm editor={editor} linked={linked ?? ""} onDone={() => setOpened(false)} />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

type LinkFormProps = { editor: Editor; linked: string; onDone: () => void };

function LinkForm({ editor, linked, onDone }: LinkFormProps) {
  const [typed, setTyped] = useState(linked);
  const [error, setError] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const href = readAddress(typed);
    if (href === null) return setError(NO_ADDRESS);
    onDone();
    setLink(editor, href);
  };
  const drop = () => {
    onDone();
    dropLink(editor);
  };
  return (
    <form onSubmit={submit}>
      <TextInput
        data-autofocus
        label="Address of the page"
        placeholder="example.org/guide"
        value={typed}
        error={error}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Group gap="xs" mt="sm" justify="flex-end">
        {linked !== "" && (
          <Button type="button" size="xs" variant="default" onClick={drop}>
            Remove link
          </Button>
        )}
        <Button type="submit" size="xs">
          Link
        </Button>
      </Group>
    </form>
  );
}
