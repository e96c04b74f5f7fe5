import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { requirePageUser } from "@/app/_session/require-page-user";
import { hasPost } from "@/lib/blog/posts/has-post";
import { isUuid } from "@/lib/http/require-uuid";

type PostLayoutProps = { params: Promise<{ id: string }>; children: ReactNode };

/** Answers 404 for a post that is not there before anything of the page is sent. */
export default async function PostLayout({ params, children }: PostLayoutProps) {
  const { id } = await params;
  const user = await requirePageUser();
  if (!isUuid(id) || !(await hasPost(user, id))) notFound();
  return children;
}
