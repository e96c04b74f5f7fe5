import type { GuardOptions } from "../http/guarded-fetch";
import type { Secret } from "../secret";
import type { PublisherCard, PublisherKind } from "./schema";

/** A login on a site. */
export type Login = { siteUrl: string; username: string | null; secret: Secret };
/** What a live test found: the site's own address, after its redirects. */
export type TestedSite = { siteUrl: string };

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
};
