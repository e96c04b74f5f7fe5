import { stemWord } from "../reading/tag-words";

/** Words that say the opposite of each other: one side, then the other. Words of one side mean about the same. */
const SIDES = `
increase increases increased increasing rise rises rose risen grow grew grown climb climbed boost boosted surge surged | decrease decreases decreased fall falls fell fallen drop dropped decline declined reduce reduces reduced shrink shrank shrunk plunge plunged
improve improved enhance enhanced strengthen | worsen worsened deteriorate weaken hinder
faster fast quick quicker quickly | slower slow slowly
largest biggest large larger big bigger | smallest small smaller tiny
greatest most maximum highest | smallest least minimum lowest
high higher | low lower
more | less fewer
long longer longest | short shorter shortest
early earlier earliest | late later latest
before | after
above | below
inside indoors indoor | outside outdoors outdoor
top | bottom
ahead | behind
empower empowers empowering enable enables | hinder hinders hindering prevent prevents
accept accepted approve approved | reject rejected refuse refused decline declined
agree agreed | disagree disagreed
support supported back backed | oppose opposed
allow allowed permit permitted | forbid forbidden ban banned prohibit prohibited
win won wins victory beat | lose lost loses defeat
succeed succeeded success pass passed | fail failed failure
open opened | close closed shut
start started begin began | end ended finish finished stop stopped
buy bought buyer | sell sold seller
include included including | exclude excluded excluding
encourage encouraged encourages promote promotes | discourage discouraged discourages
online | offline
free complimentary | paid
new newest latest modern | old oldest outdated obsolete
young younger youngest | old older oldest
easy easier simple | difficult hard harder complex complicated
cheap cheaper cheapest affordable | expensive costly
good better best | bad worse worst
positive | negative
strong stronger | weak weaker
safe safer | dangerous unsafe risky
public | private
male man men | female woman women
north northern | south southern
east eastern | west western
left | right
hot hotter warm | cold colder cool
love loves loved | hate hates hated
always | never
everyone everybody | nobody
alive | dead
friend friends | stranger strangers enemy enemies
return returned | departure departed depart
arrive arrived arrival | depart departed leave left
national domestic | international foreign global
internal | external
temporary temporarily | permanent permanently
rich | poor
full | empty
heavy | light
majority | minority
advantage advantages benefit benefits | disadvantage disadvantages drawback drawbacks
profit profits | loss losses
surplus | deficit
offense offensive | defense defensive
guilty convicted | innocent acquitted
hire hired | fire fired
import imports imported | export exports exported
urban | rural
optional voluntary | mandatory required compulsory
major | minor
senior | junior
summer | winter
presence abundance | absence lack
extensive unlimited | limited
add added adding | remove removed removing cut cutting
save saves saving | waste wastes wasting
weekday weekdays | weekend weekends
daily | weekly monthly yearly
successful | unsuccessful
upward upwards up | downward downwards down
`;
const PREFIXES = ["un", "in", "im", "il", "ir", "dis", "non", "mis"];
const PREFIX = new RegExp(`^(?:${PREFIXES.join("|")})(?=\\p{L}{4})`, "u");
/** As many words are remembered as a language has that are in use. */
const MOST_KNOWN = 20_000;
/** A longer one is no word, and may be a view of a text that it would keep in memory. */
const LONGEST_KNOWN = 40;

/** For the stem of a word, the stems of its own side and of the other. */
type Sides = { own: readonly string[]; other: readonly string[] };
const BY_PREFIX = new Map<string, Sides>();
const BY_STEM = new Map<string, Sides>();
for (const line of SIDES.trim().split("\n")) {
  const sides = line.split("|").map((side) => side.trim().split(" ").map(stemWord));
  for (const [index, own] of sides.entries())
    for (const stem of own) {
      const known = BY_STEM.get(stem);
      BY_STEM.set(stem, {
        own: join(known?.own, own),
        other: join(known?.other, sides[1 - index]),
      });
    }
}

function join(known: readonly string[] = [], more: readonly string[] = []): string[] {
  return [...new Set([...known, ...more])];
}

/** The opposites of a word, from the list and by its prefix: "conventional" and "unconventional". */
export function oppositesOf(stem: string): Sides | undefined {
  const known = BY_STEM.get(stem) ?? BY_PREFIX.get(stem);
  if (known || stem.length < 4) return known;
  const bare = stem.replace(PREFIX, "");
  const other = bare === stem ? PREFIXES.map((prefix) => prefix + stem) : [bare];
  const sides = { own: [stem], other };
  if (stem.length <= LONGEST_KNOWN && BY_PREFIX.size < MOST_KNOWN) BY_PREFIX.set(stem, sides);
  return sides;
}
