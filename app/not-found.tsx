import type { Metadata } from "next";
import Link from "next/link";
import { MessagePage } from "./_ui/messages/message-page";
import { Wordmark } from "./_ui/theme/wordmark";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <main id="content" tabIndex={-1}>
      <div className="message-mark">
        <Wordmark href="/" />
      </div>
      <MessagePage title="There is no page here">
        <p>The address may be mistyped, or what stood here has moved.</p>
        <ul>
          <li>
            <Link href="/posts">Your posts</Link>, with a search over their words
          </li>
          <li>
            <Link href="/posts/new">Write a post</Link>
          </li>
          <li>
            <Link href="/onboarding">Keys and setup</Link>
          </li>
          <li>
            <Link href="/">What ALwrity is</Link>
          </li>
        </ul>
      </MessagePage>
    </main>
  );
}
