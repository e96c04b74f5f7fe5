import { Notice } from "@/app/_ui/messages/notice";
import type { PostDocument } from "@/lib/blog/schema";
import { errorRow, isErrorCode } from "@/lib/errors";

type ModelLineProps = {
  document: PostDocument;
  /** Names of the providers by id. */
  names: Record<string, string>;
};

/** Which model writes in place of the one that was wanted, and why; and what providers remarked. */
export function ModelLine({ document, names }: ModelLineProps) {
  const { model, remarks } = document;
  return (
    <>
      {model && (
        <Notice tone="plain" title={`Written by ${model.model}`}>
          <p>
            {model.insteadOf} was wanted.{" "}
            {isErrorCode(model.reason) && `${errorRow(model.reason).title}. `}
            This one is not dearer.
          </p>
        </Notice>
      )}
      {remarks.filter(isFirst).map(({ provider, text }) => (
        <Notice
          key={`${provider} ${text}`}
          tone="plain"
          title={`${names[provider] ?? provider} remarks`}
        >
          <p>{text}</p>
        </Notice>
      ))}
    </>
  );
}

/** Searches in parallel are often answered with the same remark. */
function isFirst({ text }: { text: string }, index: number, all: { text: string }[]): boolean {
  return all.findIndex((other) => other.text === text) === index;
}
