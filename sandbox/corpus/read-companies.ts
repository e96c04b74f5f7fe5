import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { z } from "zod";
import type { Page } from "./read-pages";

const manifest = z.object({
  name: z.string(),
  description: z.string().default(""),
  homepage: z.string().optional(),
});
/** Hosts of code, not of those who make it. */
const CODE_HOSTS = /(^|\.)(github\.com|gitlab\.com|npmjs\.com|npm\.im|github\.io)$/;

/** The makers of installed packages: one page for each home page, with the package's own readme as its text. */
export function readCompanies(): Page[] {
  const root = dirname(dirname(createRequire(import.meta.url).resolve("next/package.json")));
  const byHost = new Map<string, Page>();
  for (const folder of listFolders(root)) {
    const page = readCompany(folder);
    const host = page && new URL(page.url).hostname;
    if (page && host && !CODE_HOSTS.test(host) && !byHost.has(host)) byHost.set(host, page);
  }
  return [...byHost.values()];
}

function listFolders(root: string): string[] {
  return readdirSync(root).flatMap((name) =>
    name.startsWith("@")
      ? readdirSync(join(root, name)).map((inner) => join(root, name, inner))
      : [join(root, name)],
  );
}

function readCompany(folder: string): Page | null {
  const file = join(folder, "package.json");
  if (!existsSync(file)) return null;
  const parsed = manifest.safeParse(JSON.parse(readFileSync(file, "utf8")));
  const home = parsed.data?.homepage ?? "";
  if (!parsed.success || !/^https?:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+/.test(home)) return null;
  const { name, description } = parsed.data;
  const text = [description, readReadme(folder)].filter(Boolean).join("\n\n");
  if (text.length < 200) return null;
  return { url: new URL(home).href, title: name, description, text, stub: false };
}

function readReadme(folder: string): string {
  const file = ["README.md", "readme.md", "Readme.md"]
    .map((name) => join(folder, name))
    .find(existsSync);
  if (!file) return "";
  return readFileSync(file, "utf8")
    .replace(/<[^>]*>/g, "")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .slice(0, 12_000);
}
