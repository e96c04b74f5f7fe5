/** Beginnings that name a month in the languages that posts are mostly written in, by its number. */
const NAMES: readonly string[][] = [
  ["january", "januar", "janvier", "enero", "gennaio", "janeiro", "januari", "jan"],
  ["february", "februar", "février", "febrero", "febbraio", "fevereiro", "februari", "feb"],
  ["march", "märz", "mars", "marzo", "março", "maart", "mar"],
  ["april", "avril", "abril", "aprile", "apr"],
  ["may", "mai", "mayo", "maggio", "maio", "mei"],
  ["june", "juni", "juin", "junio", "giugno", "junho", "jun"],
  ["july", "juli", "juillet", "julio", "luglio", "julho", "jul"],
  ["august", "août", "agosto", "augustus", "aug"],
  ["september", "septembre", "septiembre", "settembre", "setembro", "sept", "sep"],
  ["october", "oktober", "octobre", "octubre", "ottobre", "outubro", "oct", "okt"],
  ["november", "novembre", "noviembre", "novembro", "nov"],
  ["december", "dezember", "décembre", "diciembre", "dicembre", "dezembro", "dec", "dez"],
];
const NUMBERS = new Map(
  NAMES.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);

/** The source of a pattern for a month's name, the longer names first. */
export const MONTH = [...NUMBERS.keys()].sort((a, b) => b.length - a.length).join("|");

/** 1 for January. */
export function monthNumber(name: string): number | undefined {
  return NUMBERS.get(name.toLowerCase());
}
