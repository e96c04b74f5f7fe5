import type { PostMetadata } from "@/lib/seo/describe-metadata";
import type { Seo } from "@/lib/seo/schema";
import { SEO_LIMITS } from "@/lib/seo/schema";
import { cutText } from "@/lib/text/cut-text";
import styles from "./previews.module.css";

type PreviewsProps = {
  metadata: PostMetadata;
  slug: string;
  publishedAt: string | null;
  picture: Seo["picture"];
};

/** How the post looks among search results, and where it is shared. */
export function Previews({ metadata, slug, publishedAt, picture }: PreviewsProps) {
  const { title, description, canonical } = metadata;
  const host = canonical && URL.canParse(canonical) ? new URL(canonical).host : "your-site.example";
  const date = publishedAt?.slice(0, 10);
  return (
    <div className={styles.previews}>
      <figure>
        <figcaption>Among search results</figcaption>
        <div className={styles.result}>
          <p className={styles.address}>
            {host} › {slug || "…"}
          </p>
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
          <p className={styles.picture}>
            {picture
              ? `Your picture: ${picture.alt || picture.url}`
              : "The picture is your site’s own"}
          </p>
          <div className={styles.words}>
            <p className={styles.address}>{host}</p>
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
