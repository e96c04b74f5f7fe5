"use client";
import { DownIcon, UpIcon } from "@/app/_ui/icons";
import quiet from "@/app/_ui/quiet-button.module.css";

type MoveButtonsProps = {
  name: string;
  /** Counted from 0. */
  place: { index: number; count: number };
  onMove: (by: 1 | -1) => void;
};

/** Moves a heading one place up or down. */
export function MoveButtons({ name, place: { index, count }, onMove }: MoveButtonsProps) {
  return (
    <>
      <button
        type="button"
        className={quiet.icon}
        disabled={index === 0}
        onClick={() => onMove(-1)}
        aria-label={`Move “${name}” up`}
      >
        <UpIcon />
      </button>
      <button
        type="button"
        className={quiet.icon}
        disabled={index === count - 1}
        onClick={() => onMove(1)}
        aria-label={`Move “${name}” down`}
      >
        <DownIcon />
      </button>
    </>
  );
}
