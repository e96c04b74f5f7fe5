import type { Message, ToolCall } from "@ag-ui/client";
import { z } from "zod";
import { formatUsd } from "@/app/_ui/money";
import styles from "./panel.module.css";

type ToolLineProps = {
  call: ToolCall;
  messages: readonly Message[];
  costUsd: number | undefined;
};
const result = z.object({
  status: z.string().optional(),
  detail: z.string().optional(),
  link: z.object({ href: z.string().regex(/^\/(?!\/)/), label: z.string() }).optional(),
});

/** One call of a tool: its name, how it stands, what it cost, and where it leads. */
export function ToolLine({ call, messages, costUsd }: ToolLineProps) {
  const answer = messages.find((one) => one.role === "tool" && one.toolCallId === call.id);
  const told = readResult(typeof answer?.content === "string" ? answer.content : undefined);
  const name = call.function.name.replaceAll("_", " ");
  return (
    <p className={styles.tool}>
      <span className={styles.toolName}>{name}</span>
      <span>{answer ? (told.detail ?? told.status ?? "done") : "running…"}</span>
      {costUsd !== undefined && <span>{formatUsd(costUsd)}</span>}
      {told.link && <a href={told.link.href}>{told.link.label}</a>}
    </p>
  );
}

/** A link leads into this product or nowhere. */
function readResult(content: string | undefined): z.infer<typeof result> {
  try {
    return result.parse(JSON.parse(content ?? "{}"));
  } catch {
    return {};
  }
}
