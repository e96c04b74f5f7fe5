import "server-only";
import type { UserId } from "../../auth/user-id";
import { getPost } from "../../blog/posts/get-post";
import { PASSAGES_ARE_DATA, quotePassages } from "../../calls/quote-into-prompt";
import { readStepData } from "../../onboarding/read-step-data";
import { STEPS } from "../../onboarding/schema";
import { cutText } from "../../text/cut-text";
import { plainText } from "../../text/plain-text";
import { ACTIONS } from "../actions/registry";
import { listFilled } from "../actions/wizard/list-filled";
import type { Page } from "../schema";
import type { Talk } from "./talk";

const RULES = [
  "You are the assistant of ALwrity, which writes blog posts from sources that it cites. You work for one user, on their own keys.",
  `You do things only by these tools: ${ACTIONS.map(({ name }) => name).join(", ")}. There are no others.`,
  "Call a tool where the user asks for what it does. Never say that something is done which no tool has told you.",
  "What changes text becomes a suggestion, which the user accepts or refuses. What publishes, deletes or costs more than a cent waits for the user's click: you cannot click, and need not ask for it again.",
  "A question about a post's topic or its sources is answered by ask_research alone; a question about its text by read_section. Never answer these from memory.",
  "Reply in the user's language, in two or three plain sentences of Markdown. Write no URL and no HTML.",
  PASSAGES_ARE_DATA,
].join(" ");

/** What the model is told before everything else: its rules, and where the user is. */
export async function describeAssistant(talk: Pick<Talk, "user" | "page">): Promise<string> {
  return [RULES, ...(await describePage(talk))].join("\n");
}

/** Ids and a line. A title is data: a model has written it from web pages. */
async function describePage({ user, page }: Pick<Talk, "user" | "page">): Promise<string[]> {
  if (page.place === "wizard") return [await describeWizard(user, page.step)];
  const post = page.postId ? await getPost(user, page.postId) : null;
  if (!post) return [`Page: ${page.place}.`];
  const { id, status, version, document } = post;
  const section = document.sections.find((one) => one.id === page.sectionId);
  const at = section ? `, section ${section.id}` : "";
  const titles = [{ id: "title", text: cutText(plainText(document.title), 120) }];
  return [
    `Page: post ${id}, ${status}, version ${version}${at}. Its title:`,
    ...quotePassages(titles),
  ];
}

/** The step, and which of its fields are filled in but not saved: their names alone. */
async function describeWizard(user: UserId, id: Page["step"]): Promise<string> {
  const step = STEPS.find((one) => one.id === id);
  if (!step) return "Page: the wizard.";
  const filled = listFilled((await readStepData(user, step.id)).draft);
  const half = filled.length > 0 ? `; filled in and not saved yet: ${filled.join(", ")}` : "";
  return `Page: the wizard, step ${step.number} of ${STEPS.length}, ${step.id}${half}.`;
}
