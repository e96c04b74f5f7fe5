import type { GuardOptions } from "../http/guarded-fetch";
import type { Secret } from "../secret";
import type { PublisherCard, PublisherKind } from "./schema";

/** A login on a site. */
export type Login = { siteUrl: string; username: string | null; secret: Secret };
/** What a live test found: the site's own address, after its redirects. */
export type TestedSite = { siteUrl: string };

/** A post as a site is given it. `sections` and `notes` are HTML, everything else is plain text. */
export type SiteArticle = {
  /** The id of our post; it stands in the HTML, so that the post is found again on the site. */
  marker: string;
  title: string;
  slug: string;
  sections: string;
  notes: string;
  metaTitle: string;
  /** "" where there is none. */
  description: string;
  tags: string[];
};
/** When readers see it. */
export type Timing = { as: "draft" } | { as: "live" } | { as: "schedule"; at: Date };
/** A post on a site, as the site says that it is. `url` is where its owner looks at it. */
export type SitePost = { id: string; state: "draft" | "live" | "scheduled"; url: string };
/** What is written, and when it is seen. */
export type SiteWrite = { article: SiteArticle; timing: Timing };

/** Everything the product knows of a publishing system; generic code reads this and names none. */
export type Publisher = {
  card: PublisherCard & { kind: PublisherKind };
  /**
   * Asks the site whether the login may write posts there; changes nothing on it.
   *
   * @throws AppError `address_refused`, `site_unreachable`, `site_not_recognised`,
   *   `site_login_refused`, or `invalid` for a secret that cannot be one.
   */
  test: (login: Login, options: GuardOptions) => Promise<TestedSite>;
  /** Whether the ids in a text survive its editor: only then notes can link back to their marks. */
  keepsIds: boolean;
  /**
   * Makes a post on the site.
   *
   * @throws AppError `publish_unknown` when it may have been made all the same; `site_unreachable`,
   *   `site_moved`, `site_login_expired`, `site_refused_post` when it was not.
   */
  create: (login: Login, write: SiteWrite, options: GuardOptions) => Promise<SitePost>;
  /** Replaces a post. @throws AppError as `create`; `remote_post_missing` when it is not there. */
  update: (
    login: Login,
    write: SiteWrite & { id: string },
    options: GuardOptions,
  ) => Promise<SitePost>;
  /** The id of the post with this marker, whatever its state; null when the site has none. */
  find: (
    login: Login,
    article: Pick<SiteArticle, "marker" | "slug">,
    options: GuardOptions,
  ) => Promise<string | null>;
};
