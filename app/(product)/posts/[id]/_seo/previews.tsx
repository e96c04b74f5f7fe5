import type { PostMetadata } from "@/lib/seo/describe-metadata";
import { SEO_LIMITS } from "@/lib/seo/schema";
import { cutText } from "@/lib/text/cut-text";
import styles from "./previews.module.css";

type PreviewsProps = { metadata: PostMetadata; slug: string; publishedAt: string | null };

/** How the post looks among search results, and where it is shared. */
export function Previews({ metadata, slug, publishedAt }: PreviewsProps) {
  const { title, description } = metadata;
  const date = publishedAt?.slice(0, 10);
  return (
    <div className={styles.previews}>
      <figure>
        <figcaption>Among search results</figcaption>
        <div className={styles.result}>
          <p className={styles.address}>your-site.example › {slug || "…"}</p>
          <p className={styles.title}>{cut(title, SEO_LIMITS.title)}</p>
          <p className={styles.description}>
            {date && <span className={styles.date}>{date} — </span>}
            {cut(description, SEO_LIMITS.description.max)}
          </p>
        </div>
      </figure>
      <figure>
        <figcaption>Where it is shared</figcaption>
        <div className={styles.card}>
          <p className={styles.picture}>The picture is your site’s own</p>
          <div className={styles.words}>
            <p className={styles.address}>your-site.example</p>
            <p className={styles.cardTitle}>{title}</p>
            <p className={styles.cardText}>{description}</p>
          </div>
        </div>
      </figure>
    </div>
  );
}

function cut(text: string, max: number): string {
  return text.length > max ? `${cutText(text, max).trimEnd()}…` : text;
}
