import "server-only";
import { z } from "zod";
import { getPost } from "../../blog/posts/get-post";
import type { Post, Section } from "../../blog/schema";
import { openUnsaved, type Tool } from "../../blog/tools/open-tool";
import { AppError } from "../../errors";
import type { Setting } from "./action";

/** The arguments that name a post, and a section of it; without them those of the page are meant. */
export const postArgument = {
  postId: z.uuid().optional().describe("Id of the post; leave it out for the post of the page."),
};
export const sectionArguments = {
  ...postArgument,
  sectionId: z
    .string()
    .max(40)
    .optional()
    .describe("Id of the section, such as sec-2; leave it out for the section of the page."),
};

/** The post that is meant. @throws AppError `which_post`; `not_found` when it is not the user's. */
export async function choosePost({ user, page }: Setting, postId?: string): Promise<Post> {
  const id = postId ?? page.postId;
  if (!id) throw new AppError("which_post");
  const post = await getPost(user, id);
  if (!post) throw new AppError("not_found");
  return post;
}

/** The same for what is done with a post that is written. @throws AppError `still_writing` too. */
export async function chooseTool(setting: Setting, postId?: string): Promise<Tool> {
  const { id } = await choosePost(setting, postId);
  return openUnsaved(setting.user, id);
}

/** The section that is meant: the named one, that of the page, or the only one. */
export function chooseSection(setting: Setting, { post }: Tool, sectionId?: string): Section {
  const { sections } = post.document;
  const id = sectionId ?? setting.page.sectionId ?? (sections.length === 1 ? sections[0]?.id : "");
  const section = sections.find((one) => one.id === id);
  if (section) return section;
  const names = sections.map((one) => `${one.id} “${one.heading}”`).join(", ");
  throw new AppError("not_found", {
    detail: `Say which section: ${names || "there is none yet"}.`,
  });
}
