import type { Metadata } from "next";
import Link from "next/link";
import { MessagePage } from "./_ui/messages/message-page";
import { Wordmark } from "./_ui/theme/wordmark";

export const metadata: Metadata = { title: "Not found" };

const PLACES = [
  { href: "/posts", name: "Your posts", about: "All of them, with a search over their words" },
  { href: "/posts/new", name: "Write a post", about: "From a topic, with sources you can open" },
  { href: "/onboarding", name: "Keys and setup", about: "Your keys, your site, your voice" },
  { href: "/", name: "What ALwrity is", about: "And whose keys pay for it" },
];

export default function NotFound() {
  return (
    <main id="content" tabIndex={-1}>
      <div className="message-mark">
        <Wordmark href="/" />
      </div>
      <MessagePage title="There is no page here">
        <p>The address may be mistyped, or what stood here has moved.</p>
        <ul>
          {PLACES.map(({ href, name, about }) => (
            <li key={href}>
              <Link href={href}>{name}</Link>
              <span>{about}</span>
            </li>
          ))}
        </ul>
      </MessagePage>
    </main>
  );
}
