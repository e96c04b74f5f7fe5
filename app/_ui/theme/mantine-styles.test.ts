import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const MANTINE = "node_modules/@mantine/core";
const read = (file: string) => readFileSync(file, "utf8");
const stylesOf = (name: string) => `@mantine/core/styles/${name}.layer.css`;

/** The components that files of the product name in an import of Mantine. */
function listUsed(): string[] {
  const files = readdirSync("app", { recursive: true, encoding: "utf8" });
  const sources = files.filter((file) => file.endsWith(".tsx")).map((file) => `app/${file}`);
  const imports = sources.flatMap((file) => [
    ...read(file).matchAll(/import \{([^}]*)\} from "@mantine\/core"/g),
  ]);
  return imports.flatMap(([, names]) => names?.match(/\b[A-Z]\w+/g) ?? []);
}

/** A module of Mantine and all that it imports, as far down as that goes. */
function listModules(file: string, known: Set<string>): Set<string> {
  if (known.has(file) || !existsSync(file)) return known;
  known.add(file);
  for (const [, target = ""] of read(file).matchAll(/from "(\.[^"]+)"/g))
    listModules(path.join(path.dirname(file), target), known);
  return known;
}

test("every Mantine component that a page uses, and each that it is made of, brings its styles", () => {
  const modules = new Set<string>();
  for (const name of [...listUsed(), "Notification"])
    listModules(`${MANTINE}/esm/components/${name}/${name}.mjs`, modules);
  const styled = [...modules].filter((file) => file.endsWith(".module.mjs"));
  const wanted = styled
    .map((file) => stylesOf(path.basename(file, ".module.mjs")))
    .filter((file) => existsSync(`node_modules/${file}`));
  const imported = read("app/_ui/theme/mantine-styles.ts");
  expect(wanted.length).toBeGreaterThan(15);
  expect(wanted.filter((file) => !imported.includes(`"${file}"`))).toEqual([]);
});
