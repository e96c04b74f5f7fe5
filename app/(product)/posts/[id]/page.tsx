import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requirePageUser } from "@/app/_session/require-page-user";
import { estimateWriting } from "@/lib/blog/posts/estimate-writing";
import { timeEarlierRuns } from "@/lib/blog/posts/time-earlier-runs";
import { usualTimes } from "@/lib/blog/posts/usual-times";
import { isLive } from "@/lib/blog/schema";
import { isUuid } from "@/lib/http/require-uuid";
import { listProviderCards } from "@/lib/providers/list-provider-cards";
import { PostSuggestions } from "../../_assistant/cards/post-suggestions";
import { PostView } from "./_run/post-view";
import { loadPost } from "./load-post";

type PostPageProps = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: PostPageProps): Promise<Metadata> {
  const post = await loadPost((await params).id);
  return { title: post.document.title || post.topic };
}

/** A post while it is being written, and afterwards. */
export default async function PostPage({ params }: PostPageProps) {
  const { id } = await params;
  const user = await requirePageUser();
  if (!isUuid(id)) notFound();
  const [post, writing] = await Promise.all([loadPost(id), estimateWriting(user, id)]);
  const cards = listProviderCards();
  const names = Object.fromEntries(cards.map((card) => [card.id, card.name]));
  const payers = cards.filter((card) => card.required).map((card) => card.name);
  const { finish, ...costs } = writing;
  const review = { ...costs, draftName: `alwrity:${user}:outline:${post.id}` };
  const earlier = isLive(post.status)
    ? await timeEarlierRuns(user, post.id, review.wordCount)
    : null;
  const usual = { ...usualTimes(review.wordCount, finish), ...earlier?.stages };
  return (
    <>
      <PostSuggestions postId={post.id} />
      <PostView {...{ post, names, payers, review, earlier, usual }} />
    </>
  );
}
