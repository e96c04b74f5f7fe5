import { foldWord } from "../../text/fold-word";
import { readWords, type Word } from "../../text/read-words";

/** Words that say nothing of a subject, in the languages that most posts are written in. */
const COMMON = new Set(
  `about above after again also always another because been before being below between both cannot come could
  does doing done down during each even ever every first from further gets give given goes good have having here
  into itself just keep know last less like little long made make makes many might more most much must need needs
  never next often once only other over part rather really same should show since some something still such take
  than that their them then there these they thing things this those through under until upon used uses using
  very want ways well were what when where whether which while whom whose will with within without work works
  would year years your yours aber alle also auch beim dann dass dein denn dies diese diesem diesen dieser dieses
  doch durch eine einem einen einer eines etwas haben hier immer jede jeder kann können mehr muss nach nicht noch
  oder ohne schon sehr sein seine sich sind soll über unter viel vom werden wenn wird wurde zwischen avec dans
  elle leur mais nous pour plus quand sans sont tout tous très vous como cuando donde entre este esta esto para
  pero porque sobre todo todos`.split(/\s+/),
);
const FEWEST_LETTERS = 4;

/** The stems of the words that tell what a text is about, each once. */
export function listStems(text: string): Set<string> {
  const words = readWords(text);
  const pairs = words.flatMap((word, index) => pairSigns(word, words[index + 1]));
  const stems = words.flatMap(({ key }) => {
    const stem = foldWord(key);
    return key.length < FEWEST_LETTERS || COMMON.has(key) ? [] : [stem];
  });
  return new Set([...stems, ...pairs]);
}

/** Where a script parts no words, two signs side by side are the nearest thing to one. */
function pairSigns(word: Word, next: Word | undefined): string[] {
  const isPair = word.weight < 1 && next !== undefined && next.weight < 1;
  return isPair && word.end === next.start ? [word.key + next.key] : [];
}
