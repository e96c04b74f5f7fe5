"use client";
import { Button, Menu } from "@mantine/core";
import { showToast } from "@/app/_ui/messages/toast";
import {
  EXPORT_FORMATS,
  type ExportFormat,
  type ExportPart,
  FORMAT_NAMES,
} from "@/lib/export/schema";
import { copyExport, exportUrl, saveExport } from "./export-requests";
import styles from "./publish.module.css";

const COPIES: {
  format: "md" | "html";
  part: ExportPart;
  name: string;
  use: string;
  said: string;
}[] = [
  {
    format: "md",
    part: "whole",
    name: "Markdown",
    use: "the whole post",
    said: "The whole post is on the clipboard, its sources as footnotes.",
  },
  {
    format: "html",
    part: "body",
    name: "HTML",
    use: "for a site's editor",
    said: "The post without its title is on the clipboard, for the editor of a site.",
  },
];

/** The files; front matter is for who builds a site of Markdown, and stands beside the other kind. */
const DOWNLOADS = EXPORT_FORMATS.flatMap(
  (format): { format: ExportFormat; part?: ExportPart; name: string }[] => [
    { format, name: FORMAT_NAMES[format] },
    ...(format === "md"
      ? [{ format, part: "front" as const, name: "Markdown for Hugo, Astro or Jekyll (.md)" }]
      : []),
  ],
);

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
      width={320}
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
        {DOWNLOADS.map(({ format, part, name }) => (
          <Menu.Item key={name} onClick={() => void save(exportUrl(postId, format, part))}>
            {name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>Copy</Menu.Label>
        {COPIES.map((one) => (
          <Menu.Item key={one.format} onClick={() => void copy(one)}>
            {one.name}, {one.use}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
