import { execFileSync } from "node:child_process";

type Process = { pid: number; parent: number; words: string };

/** Every process of this machine. One that has ended stays in the list until its parent has heard of it. */
function listAll(): Process[] {
  const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" });
  return lines
    .trim()
    .split("\n")
    .filter((line) => !line.endsWith("<defunct>"))
    .map((line) => {
      const [pid, parent, ...words] = line.trim().split(/\s+/);
      return { pid: Number(pid), parent: Number(parent), words: words.join(" ") };
    });
}

/** The ids of a process, of all that it and they have started, and of all that name the folder. */
export function listFamily(pid: number, folder: string): Set<number> {
  const all = listAll();
  const family = new Set([pid]);
  for (const { pid: one, words } of all) if (words.includes(folder)) family.add(one);
  for (let size = 0; size < family.size; ) {
    size = family.size;
    for (const one of all) if (family.has(one.parent)) family.add(one.pid);
  }
  return family;
}

/** Which of them, or of those that name the folder, are still there. */
export function listLeft(family: Set<number>, folder: string): string[] {
  return listAll()
    .filter(({ pid, words }) => family.has(pid) || words.includes(folder))
    .map(({ pid, words }) => `${pid} ${words}`);
}
