import { cpSync, existsSync, mkdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { findFreePort } from "@/commands/find-free-port";
import { runCommand, type Started, startServer, waitForAnswer } from "./run-command";
import type { Mariadb } from "./start-mariadb";

/** How the addresses of a site look: with rewriting, without it, or below a path. */
export const ADDRESS_KINDS = ["pretty", "plain", "subdirectory"] as const;
export type AddressKind = (typeof ADDRESS_KINDS)[number];
/** A running WordPress and an application password of a user of each role. */
export type RealWordpress = Started & { url: string; users: Record<string, string> };

const OWN = path.resolve("tests/sites/wordpress");
const PERMALINKS = { pretty: "/%postname%/", plain: "", subdirectory: "/%postname%/" };

/** Starts the WordPress of a folder as one site of its own database, and installs it there. */
export async function startWordpress(
  source: string,
  addresses: AddressKind,
  database: Mariadb,
): Promise<RealWordpress> {
  const base = addresses === "subdirectory" ? "/blog" : "";
  const root = path.join(source, "..", `${path.basename(source)}-${addresses}`);
  placeSite(source, path.join(root, base));
  const name = `${path.basename(source).replace(/\W/g, "")}_${addresses}`;
  await database.run(`CREATE DATABASE IF NOT EXISTS ${name}`);
  const port = await findFreePort(8_400);
  const url = `http://127.0.0.1:${port}${base}`;
  const env = {
    ...process.env,
    ...{ SITE_URL: url, SITE_DATABASE: name, SITE_SOCKET: database.socket, SITE_BASE: base },
    ...{ SITE_NO_REWRITE: addresses === "plain" ? "1" : "", PHP_CLI_SERVER_WORKERS: "3" },
  };
  const settings = ["-d", "variables_order=EGPCS", "-d", "upload_max_filesize=8M"];
  const server = startServer(
    "php",
    [...settings, "-S", `127.0.0.1:${port}`, "-t", root, path.join(OWN, "router.php")],
    { env, log: path.join(root, "php.log") },
  );
  const flags = [...settings, path.join(OWN, "set-up.php"), path.join(root, base)];
  const said = await runCommand("php", [...flags, PERMALINKS[addresses]], { env });
  await waitForAnswer(`${url}/`, 60);
  return { ...server, url, users: JSON.parse(said.trim().split("\n").at(-1) ?? "{}") };
}

/** A site shares the program, and has a configuration, a content folder and what stands in for its plug-ins of its own. */
function placeSite(source: string, site: string): void {
  if (!existsSync(site)) {
    mkdirSync(path.dirname(site), { recursive: true });
    cpSync(source, site, { recursive: true, dereference: true });
    symlinkSync(path.join(OWN, "wp-config.php"), path.join(site, "wp-config.php"));
  }
  const plugins = path.join(site, "wp-content/mu-plugins");
  mkdirSync(plugins, { recursive: true });
  cpSync(path.join(OWN, "seo-fields.php"), path.join(plugins, "seo-fields.php"));
}
