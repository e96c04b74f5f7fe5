/** English words that stand on every page and say nothing of what it is about. */
const SMALL = new Set(
  `able about above after again also although always another because been before being below between both
  come could does doing done down each else even ever every example first following from further give given
  have having here home however instead into just keep know learn less like made make makes many more most
  much must need needs next none once only other others over page pages please provide rather read same
  section should show since some such sure take than that their them then there these they thing this those
  through time under until upon used user using very want well were what when where whether which while will
  with within without work would your yours`.split(/\s+/),
);

/** Whether a word (lower case) is too common to be a topic. */
export function isSmallWord(word: string): boolean {
  return SMALL.has(word);
}
