"use client";
import { useHotkeys } from "@mantine/hooks";
import dynamic from "next/dynamic";
import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import { showToast } from "@/app/_ui/messages/toast";
import quiet from "@/app/_ui/quiet-button.module.css";
import { AssistantIcon } from "./assistant-icon";

/** All of CopilotKit comes with the panel, and nothing of it before somebody wants it. */
const loadPanel = () => import("./panel/assistant-panel");
const AssistantPanel = dynamic(() => loadPanel().then((module) => module.AssistantPanel), {
  ssr: false,
});

type AssistantButtonProps = { userId: string; hasCloudKey: boolean };

/** Opens and closes the assistant, also with ⌘J; what it needs is fetched when it is pointed at. */
export function AssistantButton({ userId, hasCloudKey }: AssistantButtonProps) {
  const [opened, setOpened] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    // On a phone the button cannot have the focus while the panel covers it.
    flushSync(() => setOpened(false));
    button.current?.focus();
  };
  const open = () => loadPanel().then(() => setOpened(true), sayUnloaded);
  const toggle = () => (opened ? close() : void open());
  useHotkeys([["mod+J", toggle]], [], true);
  return (
    <>
      <button
        ref={button}
        type="button"
        className={quiet.icon}
        aria-label="Assistant"
        aria-expanded={opened}
        title="Assistant (⌘J)"
        onClick={toggle}
        onPointerEnter={prefetch}
        onFocus={prefetch}
      >
        <AssistantIcon />
      </button>
      {opened && <AssistantPanel userId={userId} hasCloudKey={hasCloudKey} onClose={close} />}
    </>
  );
}

/** Ahead of the click, which says it where nothing comes. */
function prefetch(): void {
  loadPanel().catch(() => undefined);
}

function sayUnloaded(): void {
  showToast({
    title: "The assistant could not be loaded",
    message: "The page stays as it is. Connect this device, or reload the page, and open it again.",
    tone: "bad",
  });
}
