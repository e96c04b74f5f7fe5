"use client";
import { FailurePage } from "./_ui/messages/failure-page";

export default function RootError(props: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <main id="content" tabIndex={-1}>
      <FailurePage {...props} />
    </main>
  );
}
