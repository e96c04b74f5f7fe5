import { postCheckpoints } from "@/drizzle/schema/posts";
import type { UserId } from "@/lib/auth/user-id";
import { appendEvents, type NewEvent } from "@/lib/blog/events/append-events";
import { finishRun } from "@/lib/blog/finish-run";
import { getPost } from "@/lib/blog/posts/get-post";
import type { Post } from "@/lib/blog/schema";
import { asUser } from "@/lib/db/as-user";
import { makePost } from "./make-post";
import { LIBRARY } from "./make-researched-post";

const SECTIONS = Array.from({ length: 7 }, (_, at) => `sec-${at + 1}`);
const WORDS =
  "cache route page layout server answer request reader time memory size age stale".split(" ");

/** A finished post of about 20 KB, said in as many events as a run needs, of a user of its own. */
export async function makeLongPost(): Promise<{ user: UserId; post: Post; bytes: number }> {
  const { user, id } = await makePost();
  const sections = SECTIONS.map((id, at) => ({ id, heading: `Heading ${at + 1}`, sourceIds: [] }));
  await appendEvents(user, id, [
    { type: "stage", data: { stage: "search", state: "started" } },
    ...["caching", "pages"].map((query): NewEvent => ({ type: "query", data: { query } })),
    ...LIBRARY.sources.map((data): NewEvent => ({ type: "source", data })),
    { type: "outline", data: { title: "Caching in Next.js", sections } },
    { type: "stage", data: { stage: "sections", state: "started" } },
    ...SECTIONS.flatMap(writeSection),
    { type: "stage", data: { stage: "sections", state: "done" } },
  ]);
  const library = { postId: id, step: "library", userId: user, data: LIBRARY };
  await asUser(user, (tx) =>
    tx.insert(postCheckpoints).values({ ...library, finishedAt: new Date() }),
  );
  await finishRun(user, id, { status: "ready" });
  const post = await getPost(user, id);
  if (!post) throw new Error("The post was made.");
  const bytes = post.document.sections.reduce((sum, { markdown }) => sum + markdown.length, 0);
  return { user, post, bytes };
}

/** Sentences that are all different: text that repeats itself would take too little room. */
function writeSection(sectionId: string, at: number): NewEvent[] {
  const sentences = Array.from({ length: 45 }, (_, line) => writeSentence(at * 45 + line));
  return [
    { type: "section-start", data: { sectionId } },
    ...["Turn 0. ", ...sentences].map(
      (text): NewEvent => ({ type: "section-delta", data: { sectionId, text } }),
    ),
  ];
}

function writeSentence(serial: number): string {
  const words = Array.from(
    { length: 9 },
    (_, at) => WORDS[(serial * 7 + at * at * (serial + 3)) % WORDS.length],
  );
  return `The ${words.join(" ")} ${serial * 37}. `;
}
