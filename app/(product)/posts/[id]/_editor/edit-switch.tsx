"use client";
import { Button } from "@mantine/core";
import dynamic from "next/dynamic";
import { useSearchParams } from "next/navigation";
import { unloaded } from "@/app/_ui/work/part-unloaded";
import { SkeletonLines } from "@/app/_ui/work/skeleton-lines";

/** The editor is loaded when somebody edits: reading a post needs none of it. */
export const LazyEditor = dynamic(
  () => import("./edit-post").then(({ EditPost }) => EditPost, unloaded),
  {
    ssr: false,
    loading: () => <SkeletonLines widths={[60, 96, 91, 98, 64]} label="The editor is loading" />,
  },
);

/** Whether the address asks for the editor (`?edit`), so that a reload stays in it; and how to change that. */
export function useEditSwitch(): { editing: boolean; edit: (on: boolean) => void } {
  const editing = useSearchParams().has("edit");
  const edit = (on: boolean) => {
    const { pathname } = window.location;
    window.history.pushState(null, "", on ? `${pathname}?edit` : pathname);
  };
  return { editing, edit };
}

const focus = (button: HTMLElement | null) => button?.focus({ preventScroll: true });

type EditButtonProps = {
  /** The editor was left just now: the focus comes back to where it was opened. */
  returned: boolean;
  onClick: () => void;
};

/** Opens the editor. */
export function EditButton({ returned, onClick }: EditButtonProps) {
  return (
    <Button ref={returned ? focus : null} size="xs" variant="default" onClick={onClick}>
      Edit
    </Button>
  );
}
