"use client";
import type { Proposal } from "@/lib/blog/edit/schema";
import type { Post, Verdict } from "@/lib/blog/schema";
import { CheckTool } from "../tools/check-tool";
import { LinksTool } from "../tools/links-tool";
import { OpeningsTool } from "../tools/openings-tool";
import { OriginalityTool } from "../tools/originality-tool";
import { ReviseTool } from "../tools/revise-tool";
import type { ToolName } from "./section-menu";

type SectionToolProps = {
  tool: ToolName;
  section: { id: string; heading: string; markdown: string };
  /** What the rewrite tool is asked for to begin with. */
  instruction: string;
  /** Saves first: a tool works on what is stored. Null when that failed. */
  save: () => Promise<Post | null>;
  onAccept: (proposal: Proposal) => void;
  onVerdict: (verdict: Verdict) => void;
  /** Another tool takes over: the rewrite, with its instruction filled in. */
  onRewrite: (instruction: string) => void;
  /** The search for more sources does, with what it looks for. */
  onSources: (wish: string) => void;
  onClose: () => void;
};

/** A tool at work on one section. It proposes; nothing changes before it is accepted. */
export function SectionTool(props: SectionToolProps) {
  const { tool, instruction, onVerdict, onRewrite, onSources, ...shared } = props;
  switch (tool) {
    case "check":
      return <CheckTool {...shared} onVerdict={onVerdict} onSources={onSources} />;
    case "openings":
      return <OpeningsTool {...shared} />;
    case "originality":
      return <OriginalityTool {...shared} onRewrite={onRewrite} />;
    case "links":
      return <LinksTool {...shared} />;
    default:
      return <ReviseTool {...shared} tool={tool} instruction={instruction} />;
  }
}
