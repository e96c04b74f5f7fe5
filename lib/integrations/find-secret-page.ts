import { cleanAddress } from "./clean-address";
import { connectBody, type PublisherCard } from "./schema";

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;
const OF_THE_WEB = /^https?:$/;

/**
 * The address of the screen that makes a site's password or key. Undefined until the site's address is
 * typed far enough, and for what would not be connected to: other schemes, a user name in it, no host.
 */
export function findSecretPage(
  { inside, secretPage }: Pick<PublisherCard, "inside" | "secretPage">,
  typed: string,
): string | undefined {
  const { data: address } = connectBody.shape.siteUrl.safeParse(typed);
  if (!address || /[\s\\]/.test(address)) return undefined;
  const site = cleanAddress(address, inside);
  if (!URL.canParse(site)) return undefined;
  const { protocol, hostname, username, password } = new URL(site);
  const named = LOOPBACK.test(hostname) || /^[^.].*\.[^.]+$/.test(hostname);
  if (!OF_THE_WEB.test(protocol) || username || password || !named) return undefined;
  return new URL(`${site}${secretPage.path}`).href;
}
