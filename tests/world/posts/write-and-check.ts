import type { UserId } from "@/lib/auth/user-id";
import { applyEvent, emptyDocument } from "@/lib/blog/apply-event";
import { chooseAuthor, loadAuthor } from "@/lib/blog/author/load-author";
import { knowRun } from "@/lib/blog/durable/steps/know-run";
import { openRun } from "@/lib/blog/open-run";
import type { Library, Run } from "@/lib/blog/run";
import {
  type GenerateInput,
  generateBody,
  type PostDocument,
  type PostEvent,
} from "@/lib/blog/schema";
import { checkSection } from "@/lib/blog/stages/check-section";
import { outlinePost } from "@/lib/blog/stages/outline-post";
import { planPost } from "@/lib/blog/stages/plan-post";
import { searchSources } from "@/lib/blog/stages/search-sources";
import { writeSection } from "@/lib/blog/write-section";
import { requestPost } from "./make-post";

/** A run that keeps its events; `document` is what they fold to. */
export type WatchedRun = {
  run: Run;
  events: PostEvent[];
  document: () => PostDocument;
};

/** A run of a new post whose events stay in this process. */
export async function watchRun(user: UserId, input: GenerateInput): Promise<WatchedRun> {
  const { id } = await requestPost(user, input);
  const request = generateBody.parse(input);
  const events: PostEvent[] = [];
  const run = openRun({
    user,
    known: knowRun({ user, postId: id }),
    model: { id: "gemini-3.5-flash-lite", wanted: "gemini-3.5-flash-lite" },
    postId: id,
    request,
    author: chooseAuthor(await loadAuthor(user), request),
    signal: new AbortController().signal,
    emit: (type, data) => {
      events.push({ id: events.length + 1, type, data } as PostEvent);
    },
  });
  const document = () => events.reduce(applyEvent, emptyDocument(request.topic));
  return { run, events, document };
}

/** Plans, searches, outlines and writes the first section of a post, and says what it was written from. */
export async function writeFirst({ run }: WatchedRun) {
  const plan = await planPost(run);
  const library = await searchSources(run, plan);
  const outline = await outlinePost(run, plan, library);
  const [item] = outline;
  if (!item) throw new Error("The outline has no section.");
  run.emit("outline", { title: plan.title, sections: outline });
  const job = { plan, library, outline, item };
  return { job, written: await writeSection(run, job) };
}

/** Plans, searches, outlines, and then writes and checks the first sections of a post. */
export async function writeAndCheck(
  { run, document }: WatchedRun,
  sections: number,
): Promise<{ library: Library; written: PostDocument }> {
  const plan = await planPost(run);
  const library = await searchSources(run, plan);
  const outline = (await outlinePost(run, plan, library)).slice(0, sections);
  run.emit("outline", { title: plan.title, sections: outline });
  const drafts = [];
  for (const item of outline)
    drafts.push({ item, ...(await writeSection(run, { plan, library, outline, item })) });
  const written = document();
  for (const { item, markdown, dropped } of drafts)
    await checkSection(run, { ...item, markdown }, library, dropped);
  return { library, written };
}
