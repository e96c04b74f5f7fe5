import type { Metadata } from "next";
import Link from "next/link";
import { MessagePage } from "./_ui/messages/message-page";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <main id="content" tabIndex={-1}>
      <MessagePage title="There is no page here">
        <p>The address may be mistyped.</p>
        <p>
          <Link href="/">Go to the start</Link>
        </p>
      </MessagePage>
    </main>
  );
}
