"use client";
import { Button, Menu } from "@mantine/core";
import { showToast } from "@/app/_ui/messages/toast";
import { EXPORT_FORMATS, type ExportPart, FORMAT_NAMES } from "@/lib/export/schema";
import { copyExport, exportUrl, saveExport } from "./export-requests";
import styles from "./publish.module.css";

const COPIES: { format: "md" | "html"; part: ExportPart; name: string; said: string }[] = [
  {
    format: "md",
    part: "whole",
    name: "Markdown",
    said: "The whole post is on the clipboard, its sources as footnotes.",
  },
  {
    format: "html",
    part: "body",
    name: "HTML",
    said: "The post without its title is on the clipboard, for the editor of a site.",
  },
];

async function save(url: string): Promise<void> {
  const problem = await saveExport(url);
  if (problem) showToast({ title: problem.title, message: problem.detail, tone: "bad" });
}

/** Takes a post away as a file, or on the clipboard. */
export function ExportMenu({ postId }: { postId: string }) {
  const copy = async ({ format, part, name, said }: (typeof COPIES)[number]) => {
    const problem = await copyExport(exportUrl(postId, format, part));
    if (problem) showToast({ title: problem.title, message: problem.detail, tone: "bad" });
    else showToast({ title: `${name} copied`, message: said });
  };
  return (
    <Menu
      position="bottom-end"
      width={220}
      withInitialFocusPlaceholder={false}
      classNames={{ item: styles.entry }}
    >
      <Menu.Target>
        <Button size="xs" variant="default">
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Download</Menu.Label>
        {EXPORT_FORMATS.map((format) => (
          <Menu.Item key={format} onClick={() => void save(exportUrl(postId, format))}>
            {FORMAT_NAMES[format]}
          </Menu.Item>
        ))}
        <Menu.Item onClick={() => void save(exportUrl(postId, "md", "front"))}>
          Markdown with front matter
        </Menu.Item>
        <Menu.Divider />
        {COPIES.map((one) => (
          <Menu.Item key={one.format} onClick={() => void copy(one)}>
            Copy {one.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
