import { shareInProcess } from "../../process/share-in-process";

/** The stages that this process is doing, by the id of their setup. */
const living = shareInProcess("setup-stages", () => new Map<string, AbortController>());

/** Lets a stage be aborted by its setup's id, until the returned function is called. */
export function keepAbortable(id: string, controller: AbortController): () => void {
  living.set(id, controller);
  return () => {
    if (living.get(id) === controller) living.delete(id);
  };
}

/** Closes the connections of a setup's stage, if this process is doing one. */
export function abortStage(id: string): void {
  living.get(id)?.abort();
}
