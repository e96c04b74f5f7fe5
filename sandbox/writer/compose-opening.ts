import { chooseUnits } from "./choose-units";
import { citeUnit } from "./compose-section";
import { listUnits } from "./list-units";
import { nameSubject } from "./name-subject";
import type { Brief } from "./parse-brief";

/** One of three openings, each with a sentence of the passages that the others do not have. */
export function composeOpening(brief: Brief, index: number): string {
  const subject = nameSubject(brief.topic);
  const units = chooseUnits(brief, listUnits(brief.passages), 400);
  const unit = units[index % Math.max(1, units.length)];
  const cited = unit ? citeUnit(unit).join(" ") : "The sources say little that can be cited.";
  const leads = [
    `What would you want to know about ${subject} before you decide anything? ${cited} That is where this post begins.`,
    `${cited} Everything else in this post follows from it.`,
    `Picture a team on a quiet morning, with ${subject} on the table and nobody quite sure where to begin. ${cited}`,
  ];
  return leads[index % leads.length] ?? cited;
}
