import Link from "next/link";
import { MessagePage } from "../_ui/messages/message-page";

export default function ProductNotFound() {
  return (
    <MessagePage title="There is nothing here that belongs to you">
      <p>The post was deleted, or the address is another person&rsquo;s or mistyped.</p>
      <p>
        <Link href="/posts">Go to your posts</Link>, or to{" "}
        <Link href="/posts?status=deleted">what you deleted recently</Link>.
      </p>
    </MessagePage>
  );
}
