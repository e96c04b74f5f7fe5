import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import type { EndedCall, WantedCall } from "./call-on-demand";

const FILE = "tests/world/providers/call-on-demand.ts";

/** Makes calls in a process of its own, which can be killed and is then started again. */
export function openCallers() {
  let child: Promise<ChildProcess> | undefined;
  const waiting = new Map<string, (code: string | null) => void>();
  const start = async () => {
    const execArgv = ["--conditions=react-server", "--import", "tsx"];
    const started = fork(FILE, [], { execArgv });
    await once(started, "message");
    started.on("message", ({ id, code }: EndedCall) => {
      waiting.get(id)?.(code);
      waiting.delete(id);
    });
    return started;
  };
  const ready = () => {
    child ??= start();
    return child;
  };
  /** @returns the code that the call ended with, null where it was answered, "killed" with its process. */
  const make = async (call: WantedCall): Promise<string | null> => {
    const worker = await ready();
    return new Promise((resolve) => {
      waiting.set(call.id, resolve);
      worker.send(call);
    });
  };
  const kill = async (): Promise<void> => {
    const dying = child;
    child = undefined;
    if (!dying) return;
    const worker = await dying;
    const over = once(worker, "exit");
    worker.kill("SIGKILL");
    await over;
    for (const resolve of waiting.values()) resolve("killed");
    waiting.clear();
  };
  return { ready, make, kill };
}
