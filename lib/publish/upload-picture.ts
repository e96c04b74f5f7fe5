import "server-only";
import type { UserId } from "../auth/user-id";
import { getPost } from "../blog/posts/get-post";
import { AppError } from "../errors";
import { slugOf } from "../export/name-file";
import { openLogin } from "../integrations/open-login";
import { getPublisher } from "../integrations/registry";
import { openOptions } from "./send-to-site";

/** The first bytes of each kind of picture that sites take; the name and the type follow from them. */
const KINDS = [
  { ending: "png", type: "image/png", begins: /^\x89PNG/ },
  { ending: "jpg", type: "image/jpeg", begins: /^\xff\xd8\xff/ },
  { ending: "gif", type: "image/gif", begins: /^GIF8/ },
  { ending: "webp", type: "image/webp", begins: /^RIFF[\s\S]{4}WEBP/ },
] as const;

/**
 * Puts a picture of the user's own into the library of a site, for a post that goes there.
 *
 * @returns what `listing.picture.ref` is.
 * @throws AppError `not_found`; `invalid` for what is no picture; as `Publisher.upload`.
 */
export async function uploadPicture(
  user: UserId,
  { postId, siteId }: { postId: string; siteId: string },
  bytes: Uint8Array,
): Promise<string> {
  const post = await getPost(user, postId);
  if (!post) throw new AppError("not_found");
  const begin = Buffer.from(bytes.subarray(0, 16)).toString("latin1");
  const found = KINDS.find(({ begins }) => begins.test(begin));
  if (!found) throw new AppError("invalid", { detail: WRONG_KIND });
  const { kind, login } = await openLogin(user, siteId);
  const slug = slugOf(post.document).replace(/[^a-z0-9-]/g, "") || "picture";
  const name = `${slug}.${found.ending}`;
  return getPublisher(kind).upload(login, { name, type: found.type, bytes }, openOptions());
}

const WRONG_KIND = "Choose a picture as PNG, JPEG, GIF or WebP.";
