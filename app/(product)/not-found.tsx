import type { Metadata } from "next";
import Link from "next/link";
import { MessagePage } from "../_ui/messages/message-page";

export const metadata: Metadata = { title: "Not found" };

export default function ProductNotFound() {
  return (
    <MessagePage title="There is nothing here that belongs to you">
      <p>The post was deleted, or the address is another person&rsquo;s or mistyped.</p>
      <ul>
        <li>
          <Link href="/posts">Your posts</Link>
          <span>All that are here</span>
        </li>
        <li>
          <Link href="/posts?status=deleted">Deleted recently</Link>
          <span>Each can be brought back</span>
        </li>
        <li>
          <Link href="/posts/new">Write a post</Link>
          <span>From a topic, with sources you can open</span>
        </li>
      </ul>
    </MessagePage>
  );
}
