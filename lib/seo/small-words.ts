/** Words that nobody searches by, in the languages that most posts are written in. */
const SMALL = new Set(
  `a an and are as at be by can do does for from how in into is it its my of on or our that the their this to vs
  was were what when where which while who why will with you your
  als am an auf aus bei beim das dem den der des die ein eine einem einen einer für im ist man mit oder sich sie
  sind um und vom von wann warum was welche wer wie zu zum zur über
  avec ce ces comment dans de des du en est et la le les ou par pour pourquoi quand que qui sans sur un une
  como con cuando cómo del el es las los para por qué se sin su sus un una y`.split(/\s+/),
);

/** True for a word, in small letters, that tells nothing of a subject. */
export function isSmallWord(word: string): boolean {
  return SMALL.has(word);
}
