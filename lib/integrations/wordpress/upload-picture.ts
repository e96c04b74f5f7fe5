import "server-only";
import { z } from "zod";
import type { GuardOptions } from "../../http/guarded-fetch";
import { writeSite } from "../ask-site";
import type { Login, SitePicture } from "../publisher";
import { authorize } from "./authorize";
import { restUrl, rootOf } from "./rest-url";
import { readMessage } from "./wordpress-post";

/** What WordPress says of a picture. */
export const pictureAnswer = z.object({ id: z.number() });

/** Puts a picture into the media library and gives its id. */
export async function uploadPicture(
  login: Login,
  { name, type, bytes }: SitePicture,
  options: GuardOptions,
): Promise<string> {
  const headers = {
    ...authorize(login),
    "content-disposition": `attachment; filename="${name}"`,
  };
  const write = { method: "POST" as const, file: bytes, type, schema: pictureAnswer, readMessage };
  const url = restUrl(rootOf(login), "wp/v2/media");
  const missing = "site_not_recognised" as const;
  const made = await writeSite(url, { ...write, missing }, { ...options, headers });
  return String(made.id);
}
