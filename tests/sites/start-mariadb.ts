import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { runCommand, type Started, startServer } from "./run-command";

/** A running MariaDB: its socket, and a way to run statements as its root. */
export type Mariadb = Started & {
  socket: string;
  run: (statement: string) => Promise<string>;
};

/** Starts the MariaDB of a folder, small, reached by its socket alone. Waits until it answers. */
export async function startMariadb(folder: string): Promise<Mariadb> {
  const data = path.join(folder, "mysql");
  const socket = path.join(folder, "mysql.sock");
  mkdirSync(folder, { recursive: true });
  if (!existsSync(data))
    await runCommand("mariadb-install-db", [
      ...["--no-defaults", `--datadir=${data}`, "--user=root"],
      "--auth-root-authentication-method=normal",
    ]);
  const flags = [
    ...["--no-defaults", `--datadir=${data}`, `--socket=${socket}`, "--user=root"],
    ...["--skip-networking", "--skip-log-bin", "--innodb-buffer-pool-size=64M"],
    "--innodb-flush-log-at-trx-commit=0",
  ];
  const server = startServer("mariadbd", flags, { log: path.join(folder, "mysql.log") });
  const run = (statement: string) =>
    runCommand("mariadb", ["--no-defaults", "-S", socket, "-uroot", "-N", "-e", statement]);
  for (let tries = 0; ; tries += 1) {
    const answered = await run("SELECT 1").catch((error: unknown) => {
      if (tries > 120) throw error;
    });
    if (answered !== undefined) return { ...server, socket, run };
    await pause(500);
  }
}
