import type { Root } from "hast";
import type { GuardOptions } from "../http/guarded-fetch";
import type { Secret } from "../secret";
import type { PublisherCard, PublisherKind, SiteFacts, SiteListing } from "./schema";

/** A login on a site; `apiRoot` is where its interface begins, null where it has the usual place. */
export type Login = {
  siteUrl: string;
  apiRoot: string | null;
  username: string | null;
  secret: Secret;
};
/** What a live test found: the site's own address, after its redirects. */
export type TestedSite = Pick<Login, "siteUrl" | "apiRoot">;

/** A post as a site is given it. `sections` and `notes` are HTML trees, everything else is plain text. */
export type SiteArticle = {
  /** The id of our post; it stands in the HTML, so that the post is found again on the site. */
  marker: string;
  title: string;
  slug: string;
  sections: Root;
  notes: Root;
  metaTitle: string;
  /** "" where there is none. */
  description: string;
  /** For a new post; one that is there keeps its own unless `listing` has others. */
  tags: string[];
  /** The picture of shared links, at its author's address; null where the site's own is to stay. */
  sharing: { url: string; alt: string } | null;
  listing: SiteListing;
};
/** When readers see it. */
export type Timing = { as: "draft" } | { as: "live" } | { as: "schedule"; at: Date };
export type SiteState = "draft" | "live" | "scheduled";
/** What a site holds of a post, to tell later whether somebody has changed it there. */
export type KeptText = { title: string; text: string; hash: string };
/** A post on a site, as the site says that it is. `url` is where its owner looks at it. */
export type SitePost = {
  id: string;
  state: SiteState;
  url: string;
  /** When it is or was first seen; null for a draft. */
  at: Date | null;
  kept: KeptText;
  /** What of it the site did not take, in a sentence. */
  warning?: string;
};
/** A post that is there, with what an update of it has to know. */
export type PresentPost = SitePost & { version: string; date: Date | null };
/** What is written, and when it is seen; without `article` title and text there stay as they are. */
export type SiteWrite = { article: SiteArticle; timing: Timing; keepText?: boolean };
/** A picture of the user's own; `name` is of letters, digits and dashes with an ending. */
export type SitePicture = { name: string; type: string; bytes: Uint8Array };

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
  /** The longest that the site takes. */
  most: SiteFacts["most"];
  /** What the site takes, and what this login may do there. @throws AppError as `read`. */
  readFacts: (login: Login, options: GuardOptions) => Promise<SiteFacts>;
  /**
   * Makes a post on the site.
   *
   * @throws AppError `publish_unknown` when it may have been made all the same; `site_unreachable`,
   *   `site_moved`, `site_login_expired`, `site_refused_post` when it was not.
   */
  create: (login: Login, write: SiteWrite, options: GuardOptions) => Promise<SitePost>;
  /** A post as it is there now; null when it was deleted. @throws AppError `site_unreachable`, `site_login_expired`. */
  read: (login: Login, id: string, options: GuardOptions) => Promise<PresentPost | null>;
  /**
   * Replaces the post that was read. @throws AppError as `create`; `remote_post_missing` when it is
   *   gone, `remote_post_changed` when somebody has saved it meanwhile.
   */
  update: (
    login: Login,
    write: SiteWrite & { present: PresentPost },
    options: GuardOptions,
  ) => Promise<SitePost>;
  /** The id of the post with this marker, whatever its state; null when the site has none. */
  find: (
    login: Login,
    article: Pick<SiteArticle, "marker" | "slug">,
    options: GuardOptions,
  ) => Promise<string | null>;
  /** Puts a picture into the site's library and gives what `SiteListing.picture` calls it. @throws AppError as `create`. */
  upload: (login: Login, picture: SitePicture, options: GuardOptions) => Promise<string>;
};
