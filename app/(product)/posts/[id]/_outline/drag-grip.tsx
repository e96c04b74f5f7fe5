"use client";
import type { DragEvent } from "react";
import { GripIcon } from "@/app/_ui/icons";
import styles from "./outline.module.css";

/** The kind of what is dragged: nothing else that falls on a heading is one. */
const KIND = "application/x-alwrity-heading";

/** The place that a heading is dragged by with a mouse; the buttons and Alt with an arrow do the same. */
export function DragGrip({ index }: { index: number }) {
  return (
    <span
      className={styles.grip}
      aria-hidden="true"
      draggable
      onDragStart={(event) => event.dataTransfer.setData(KIND, String(index))}
    >
      <GripIcon />
    </span>
  );
}

/** Makes of an element the place at `index` that a heading can be dropped on. */
export function dropPlace(index: number, onDrop: (from: number) => void) {
  const isHeading = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes(KIND);
  return {
    onDragOver: (event: DragEvent) => {
      if (isHeading(event)) event.preventDefault();
    },
    onDrop: (event: DragEvent) => {
      if (!isHeading(event)) return;
      event.preventDefault();
      const from = Number(event.dataTransfer.getData(KIND));
      if (from !== index) onDrop(from);
    },
  };
}
