import type { ReactNode } from "react";

type MessagePageProps = { title: string; children: ReactNode };

/** A page that has only something to say: not found, or failed. */
export function MessagePage({ title, children }: MessagePageProps) {
  return (
    <div className="message-page">
      <h1>{title}</h1>
      {children}
    </div>
  );
}
