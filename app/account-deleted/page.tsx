import type { Metadata } from "next";
import Link from "next/link";
import { MessagePage } from "../_ui/messages/message-page";

export const metadata: Metadata = { title: "Your account is deleted", robots: "noindex" };

/** What is gone and what remains, once an account was deleted. Anybody may read it. */
export default function AccountDeletedPage() {
  return (
    <main id="content" tabIndex={-1}>
      <MessagePage title="Your account is deleted">
        <p>
          Your posts and all their versions, your keys and what they were sealed with, the logins of
          your sites, your settings, conversations and costs: all of it is gone, in one step, and
          cannot be brought back. Runs were stopped. Your sign-in is deleted too.
        </p>
        <p>
          Nothing of yours remains here. What we keep is a fingerprint that your name cannot be read
          from: it keeps an open tab from writing anything for you again.
        </p>
        <p>
          Elsewhere, two things are still yours: posts that you published stay on your sites, and
          your keys stay valid until you delete them at{" "}
          <a href="https://aistudio.google.com/apikey">Google</a> and{" "}
          <a href="https://dashboard.exa.ai/api-keys">Exa</a>.
        </p>
        <p>
          <Link href="/">Go to the start</Link>
        </p>
      </MessagePage>
    </main>
  );
}
