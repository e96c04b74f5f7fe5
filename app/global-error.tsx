"use client";
import "./globals.css";
import { FailurePage } from "./_ui/messages/failure-page";

export default function GlobalError(props: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <html lang="en">
      <body>
        <main id="content">
          <title>This page could not be loaded · ALwrity</title>
          <FailurePage {...props} />
        </main>
      </body>
    </html>
  );
}
