import { readFileSync } from "node:fs";

const TICKS_A_SECOND = 100;

/** What a process has used: seconds of processor, and megabytes of memory now. Linux only. */
export function readUsage(pid: number): { cpuSeconds: number; megabytes: number } {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  const [user, system] = [Number(fields[11]), Number(fields[12])];
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0);
  return { cpuSeconds: (user + system) / TICKS_A_SECOND, megabytes: kilobytes / 1024 };
}
