import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";
import { type Audience, dropOtherAudience, stripMdx } from "./strip-mdx";

/** One page of documentation. `stub` pages repeat another page or only list others: they can be read, not found. */
export type Page = {
  url: string;
  title: string;
  description: string;
  text: string;
  stub: boolean;
};

/** Packages that ship their documentation, and where its pages are published. */
const BOOKS = [
  { packageName: "next", folder: "dist/docs", site: "https://nextjs.org/docs" },
  { packageName: "workflow", folder: "docs", site: "https://useworkflow.dev/docs" },
] as const;

/** Reads the documentation of the installed packages; a package that is absent is left out. */
export function readPages(): Page[] {
  const require = createRequire(import.meta.url);
  return BOOKS.flatMap(({ packageName, folder, site }) => {
    const root = findFolder(require, packageName, folder);
    return root === null ? [] : readBook(root, site);
  });
}

function findFolder(require: NodeJS.Require, packageName: string, folder: string): string | null {
  try {
    const root = join(dirname(require.resolve(`${packageName}/package.json`)), folder);
    return existsSync(root) ? root : null;
  } catch {
    return null;
  }
}

function readBook(root: string, site: string): Page[] {
  const files = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.mdx?$/.test(file))
    .sort();
  const pages = files.map((file) => readPage(join(root, file), file.split(sep), site));
  const byUrl = new Map(pages.map((page) => [page.url, page]));
  return pages.map(({ source, ...page }) => {
    const original = source && byUrl.get(`${site}/${source}`);
    return original ? { ...page, text: original.text, stub: true } : page;
  });
}

function readPage(file: string, path: string[], site: string): Page & { source?: string } {
  const raw = readFileSync(file, "utf8");
  const front = /^---\n([\s\S]*?)\n---\n?/.exec(raw);
  const field = (name: string) => frontField(front?.[1] ?? "", name);
  const slug = slugOf(path);
  const audience = audienceOf(slug);
  const body = stripMdx(dropOtherAudience(raw.slice(front?.[0].length ?? 0), audience), audience);
  const description = field("description") ?? "";
  return {
    url: slug === "" ? site : `${site}/${slug}`,
    title: field("title") ?? slug,
    description,
    text: [description, body].filter(Boolean).join("\n\n"),
    stub: body.length < 200,
    source: field("source"),
  };
}

function frontField(front: string, name: string): string | undefined {
  const value = new RegExp(`^${name}:\\s*(.+)$`, "m").exec(front)?.[1]?.trim();
  return value?.replace(/^(['"])(.*)\1$/, "$2");
}

/** `01-app/02-guides/index.md` is published as `app/guides`. */
function slugOf(path: string[]): string {
  const names = path.map((name) => name.replace(/^\d+-/, "").replace(/\.mdx?$/, ""));
  if (names.at(-1) === "index") names.pop();
  return names.join("/");
}

function audienceOf(slug: string): Audience {
  if (slug.startsWith("app")) return "app";
  return slug.startsWith("pages") ? "pages" : "all";
}
