"use client";
import { MessagePage } from "./message-page";

type FailurePageProps = { error: Error & { digest?: string }; reset: () => void };

/** A page that could not be rendered: nothing is lost, try again, and the number to quote. */
export function FailurePage({ error, reset }: FailurePageProps) {
  return (
    <MessagePage title="This page could not be loaded">
      <p>
        The server failed while it prepared the page, or it is not configured. Your posts and keys
        are not affected. Try again; if it happens again, tell whoever runs this site.
      </p>
      {error.digest && (
        <p>
          Number in the server&rsquo;s log: <code>{error.digest}</code>
        </p>
      )}
      <p>
        <button type="button" onClick={reset}>
          Try again
        </button>
      </p>
    </MessagePage>
  );
}
