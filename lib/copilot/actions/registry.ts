import "server-only";
import { AppError } from "../../errors";
import type { Action } from "./action";
import { analyzeSeo } from "./analyze-seo";
import { applySeoFix } from "./apply-seo-fix";
import { approveOutline } from "./approve-outline";
import { askResearch } from "./ask-research";
import { changeOutline } from "./change-outline";
import { changeTitle } from "./change-title";
import { changeTone } from "./change-tone";
import { checkFacts } from "./check-facts";
import { checkKeys } from "./check-keys";
import { deletePost } from "./delete-post";
import { draftPersona } from "./draft-persona";
import { duplicatePost } from "./duplicate-post";
import { expandSection } from "./expand-section";
import { explainStep } from "./explain-step";
import { exportPost } from "./export-post";
import { fillWebsiteForm } from "./fill-website-form";
import { findMoreSources } from "./find-more-sources";
import { listPosts } from "./list-posts";
import { listSources } from "./list-sources";
import { proposeLinks } from "./propose-links";
import { proposeMetadata } from "./propose-metadata";
import { proposeOpenings } from "./propose-openings";
import { proposeTitles } from "./propose-titles";
import { publishPost, schedulePost } from "./publish-post";
import { readPost } from "./read-post";
import { readSection } from "./read-section";
import { restorePost } from "./restore-post";
import { rewriteSection } from "./rewrite-section";
import { setCap } from "./set-cap";
import { shortenSection } from "./shorten-section";
import { showUsage } from "./show-usage";
import { simplifySection } from "./simplify-section";
import { smoothTransitions } from "./smooth-transitions";
import { startPost } from "./start-post";
import { suggestCompetitors } from "./suggest-competitors";

/** Everything that the assistant can do: what it is told of, and nothing else. */
export const ACTIONS: readonly Action[] = [
  explainStep,
  fillWebsiteForm,
  suggestCompetitors,
  draftPersona,
  startPost,
  listPosts,
  readPost,
  readSection,
  listSources,
  askResearch,
  findMoreSources,
  changeOutline,
  approveOutline,
  rewriteSection,
  expandSection,
  shortenSection,
  changeTone,
  simplifySection,
  smoothTransitions,
  checkFacts,
  proposeOpenings,
  proposeTitles,
  changeTitle,
  proposeLinks,
  analyzeSeo,
  applySeoFix,
  proposeMetadata,
  exportPost,
  publishPost,
  schedulePost,
  duplicatePost,
  deletePost,
  restorePost,
  checkKeys,
  showUsage,
  setCap,
];

/** An action by its name. @throws AppError `not_found` for a name that nobody registered. */
export function requireAction(name: string): Action {
  const action = ACTIONS.find((one) => one.name === name);
  if (!action) throw new AppError("not_found", { detail: "There is no such tool." });
  return action;
}
