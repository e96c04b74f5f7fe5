import { MantineProvider } from "@mantine/core";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { MaskedKey } from "@/lib/keys/schema";
import { getProvider } from "@/lib/providers/registry";
import { SavedKey } from "./saved-key";

const { card } = getProvider("exa");
const on = { onCheck: () => {}, onReplace: () => {}, onDelete: () => {} };

function render(saved: Partial<MaskedKey>): string {
  const key: MaskedKey = {
    ...{ provider: "exa", masked: "••••1234", status: "valid", problem: null, version: 1 },
    ...{ source: "file", variable: null, savedAt: null, checkedAt: null, lastUsedAt: null },
    ...saved,
  };
  const row = createElement(SavedKey, { card, saved: key, busy: null, ...on });
  return renderToStaticMarkup(createElement(MantineProvider, null, row));
}
const listButtons = (html: string) =>
  ["Check", "Replace", "Delete"].filter((name) => html.includes(`>${name}<span`));

test("a saved key can be checked, replaced and deleted, and a refused one is checked by replacing it", () => {
  expect(listButtons(render({}))).toEqual(["Check", "Replace", "Delete"]);
  expect(listButtons(render({ status: "invalid" }))).toEqual(["Replace", "Delete"]);
});

test("a key of the shell offers only what works, and names the variable to change", () => {
  for (const status of ["valid", "unknown", "invalid"] as const) {
    const html = render({ source: "shell", variable: "EXA_API_KEY", status });
    expect(listButtons(html)).toEqual(["Check"]);
    expect(html).toContain("set <code>EXA_API_KEY</code> to another key in that shell");
    expect(html).not.toContain("replace it");
  }
});
