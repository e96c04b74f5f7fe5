import "server-only";
import type { OpenStep } from "./open-step";
import { readCheckpoints } from "./read-checkpoints";

/** Says that the check is what is left, once every section is written. */
export async function beginCheck({ ticket, run }: OpenStep, sections: number): Promise<void> {
  const { written } = await readCheckpoints(ticket);
  if (Object.keys(written).length < sections) return;
  run.emit("stage", { stage: "sections", state: "done" });
  run.emit("stage", { stage: "check", state: "started" });
}
