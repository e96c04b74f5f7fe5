"use client";
import { Button } from "@mantine/core";

type BringBackProps<Value> = {
  /** What stood there before something replaced it; null while there is nothing to bring back. */
  earlier: Value | null;
  /** What it is, as "the earlier persona". */
  what: string;
  onBring: (earlier: Value) => void;
};

/** Takes back that generated words have replaced others. */
export function BringBack<Value>({ earlier, what, onBring }: BringBackProps<Value>) {
  if (earlier === null) return null;
  return (
    <div>
      <Button size="xs" variant="default" onClick={() => onBring(earlier)}>
        Bring {what} back
      </Button>
    </div>
  );
}
