import { CheckIcon } from "@/app/_ui/icons";
import { type PostDocument, STAGES, type StageId } from "@/lib/blog/schema";
import type { Run } from "../following/use-post-stream";
import styles from "./stage-rail.module.css";

const STAGE_NAMES = {
  preflight: "Check the keys",
  plan: "Plan",
  search: "Search",
  outline: "Outline",
  sections: "Write",
  check: "Check the citations",
  seo: "Prepare for search",
} satisfies Record<StageId, string>;

/** The stages of a run in order, each with its state and what it has brought so far. */
export function StageRail({ run }: { run: Run }) {
  const reached = run.document.stage === null ? -1 : STAGES.indexOf(run.document.stage);
  return (
    <ol className={styles.stages}>
      {STAGES.map((stage, index) => {
        const state = index < reached ? "done" : index > reached ? "next" : "now";
        return (
          <li
            key={stage}
            className={styles.stage}
            data-state={state}
            aria-current={state === "now" ? "step" : undefined}
          >
            <span className={styles.dot} aria-hidden="true">
              {state === "done" && <CheckIcon />}
            </span>
            <span>
              {STAGE_NAMES[stage]}
              <span className={styles.found}>
                {index <= reached && describeYield(stage, run.document)}
              </span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}

/** What a stage has brought, in numbers. */
function describeYield(stage: StageId, document: PostDocument): string {
  const { queries, sources, sections } = document;
  if (stage === "plan" && queries.length > 0) return count(queries.length, "query", "queries");
  if (stage === "search" && sources.length > 0) return count(sources.length, "source", "sources");
  if (stage === "outline" && sections.length > 0)
    return count(sections.length, "heading", "headings");
  if (stage === "check" && document.verdicts.length > 0) return describeClaims(document);
  if (stage !== "sections" || sections.length === 0) return "";
  const begun = sections.filter((section) => section.markdown !== "").length;
  const all = begun === sections.length && document.stage !== "sections";
  return all ? `all ${sections.length} sections` : `${begun} of ${sections.length} sections begun`;
}

function describeClaims({ verdicts }: PostDocument): string {
  const claims = verdicts.flatMap((verdict) => verdict.claims);
  const borne = claims.filter(({ level }) => level === "supported").length;
  return `${borne} of ${count(claims.length, "claim", "claims")} supported`;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
