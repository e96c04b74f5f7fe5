import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { GuardOptions } from "../../http/guarded-fetch";
import { writeSite } from "../ask-site";
import type { Login, SitePicture } from "../publisher";
import { GHOST_API } from "./ghost-login";
import { readMessage, requireHeaders } from "./ghost-post";

const made = z.object({ images: z.tuple([z.object({ url: z.string() })]) });

/** Puts a picture into Ghost's storage and gives its address. Source: docs.ghost.org/admin-api/images. */
export async function uploadPicture(
  login: Login,
  { name, type, bytes }: SitePicture,
  options: GuardOptions,
): Promise<string> {
  const line = `alwrity-${randomUUID()}`;
  const head = `--${line}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`;
  const file = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${line}--\r\n`)]);
  const form = `multipart/form-data; boundary=${line}`;
  const write = { method: "POST" as const, file, type: form, schema: made, readMessage };
  const url = `${login.siteUrl}${GHOST_API}/images/upload/`;
  const headers = await requireHeaders(login);
  const missing = "site_not_recognised" as const;
  const answer = await writeSite(url, { ...write, missing }, { ...options, headers });
  return answer.images[0].url;
}
