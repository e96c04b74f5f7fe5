import "server-only";
import { AppError } from "../../errors";
import { checkKeys } from "./account/check-keys";
import { setCap } from "./account/set-cap";
import { showUsage } from "./account/show-usage";
import type { Action } from "./action";
import { approveOutline } from "./outline/approve-outline";
import { changeOutline } from "./outline/change-outline";
import { proposeOpenings } from "./outline/propose-openings";
import { proposeTitles } from "./outline/propose-titles";
import { changeTitle } from "./posts/change-title";
import { deletePost } from "./posts/delete-post";
import { duplicatePost } from "./posts/duplicate-post";
import { exportPost } from "./posts/export-post";
import { listPosts } from "./posts/list-posts";
import { publishPost, schedulePost } from "./posts/publish-post";
import { readPost } from "./posts/read-post";
import { restorePost } from "./posts/restore-post";
import { startPost } from "./posts/start-post";
import { askResearch } from "./research/ask-research";
import { checkFacts } from "./research/check-facts";
import { findMoreSources } from "./research/find-more-sources";
import { listSources } from "./research/list-sources";
import { proposeLinks } from "./research/propose-links";
import { changeTone } from "./sections/change-tone";
import { expandSection } from "./sections/expand-section";
import { readSection } from "./sections/read-section";
import { rewriteSection } from "./sections/rewrite-section";
import { shortenSection } from "./sections/shorten-section";
import { simplifySection } from "./sections/simplify-section";
import { smoothTransitions } from "./sections/smooth-transitions";
import { analyzeSeo } from "./seo/analyze-seo";
import { applySeoFix } from "./seo/apply-seo-fix";
import { proposeMetadata } from "./seo/propose-metadata";
import { draftPersona } from "./wizard/draft-persona";
import { explainStep } from "./wizard/explain-step";
import { fillWebsiteForm } from "./wizard/fill-website-form";
import { suggestCompetitors } from "./wizard/suggest-competitors";

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
