import { appendFileSync, mkdirSync } from "node:fs";

/** Where the figures of a run are gathered, one JSON line each. */
export const FIGURES_FILE = ".data/figures.jsonl";

/** Says what a test has counted; `npm run proof` writes it into docs/proof.md. */
export function reportFigure(claim: string, figure: string): void {
  console.log(`${claim}: ${figure}`);
  mkdirSync(".data", { recursive: true });
  appendFileSync(FIGURES_FILE, `${JSON.stringify({ claim, figure })}\n`);
}
