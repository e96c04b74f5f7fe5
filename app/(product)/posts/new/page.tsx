import type { Metadata } from "next";
import { requirePageUser } from "@/app/_session/require-page-user";
import { listAuthorParts } from "@/lib/blog/author/list-author-parts";
import { listApiKeys } from "@/lib/keys/list-api-keys";
import { LIMITS } from "@/lib/limits/registry";
import { listRates } from "@/lib/models/list-rates";
import { listProviderCards } from "@/lib/providers/list-provider-cards";
import { getSettings } from "@/lib/settings/get-settings";
import { MissingKeys } from "./missing-keys";
import styles from "./new-post.module.css";
import { NewPostForm } from "./new-post-form";

export const metadata: Metadata = { title: "New post" };

type NewPostPageProps = { searchParams: Promise<{ topic?: string | string[] }> };

/** A topic, and everything else folded. `?topic=` fills in the topic of an earlier try. */
export default async function NewPostPage({ searchParams }: NewPostPageProps) {
  const { topic } = await searchParams;
  const user = await requirePageUser();
  const [keys, shaping, rates, settings] = await Promise.all([
    listApiKeys(user),
    listAuthorParts(user),
    listRates(user),
    getSettings(user),
  ]);
  const required = listProviderCards().filter((card) => card.required);
  const missing = required.filter((card) => keys.every((key) => key.provider !== card.id));
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>New post</h1>
      {missing.length > 0 && <MissingKeys names={missing.map((card) => card.name)} />}
      <NewPostForm
        initialTopic={typeof topic === "string" ? topic.slice(0, LIMITS.topicCharacters.most) : ""}
        draftName={`alwrity:${user}:new-post`}
        payers={required.map((card) => card.name)}
        rates={rates}
        ready={missing.length === 0}
        shaping={shaping}
        preset={{
          wordCount: settings.defaultWords ?? LIMITS.postWords.usual,
          language: settings.defaultLanguage ?? "",
          research: settings.researchDepth ?? shaping.depth,
        }}
      />
    </div>
  );
}
