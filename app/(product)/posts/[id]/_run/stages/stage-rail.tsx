import { CheckIcon } from "@/app/_ui/icons";
import type { StageTimes } from "@/lib/blog/posts/schema";
import { type PostDocument, STAGES, type StageId } from "@/lib/blog/schema";
import type { Run } from "../following/use-post-stream";
import { describeStageTime } from "./describe-time";
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

type StageRailProps = { run: Run; usual: StageTimes };

/** The stages of a run in order, each with what it has brought so far, or how long it is likely to take. */
export function StageRail({ run, usual }: StageRailProps) {
  const reached = run.document.stage === null ? -1 : STAGES.indexOf(run.document.stage);
  return (
    <ol className={styles.stages} data-bare={run.document.sections.length === 0 || undefined}>
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
                {(index <= reached && describeYield(stage, run.document)) ||
                  (state !== "done" && describeAhead(stage, usual))}
              </span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}

/** What is known of a stage before it is done. */
function describeAhead(stage: StageId, usual: StageTimes): string {
  return stage === "check" ? "as sections are written" : describeStageTime(usual[stage]);
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
