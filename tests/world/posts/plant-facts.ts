/** One fact in the spellings of one kind: how a page has it, how a faithful writer and a careless one do. */
export type PlantedFact = { kind: string; source: string; faithful: string; altered: string };
/** Gives 0 ≤ x < 1, the same series for the same seed. */
export type Random = () => number;

/** A small generator (mulberry32), so that a failure can be seen again. */
export function openRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function pick<T>(random: Random, list: readonly T[]): T {
  const chosen = list[Math.floor(random() * list.length)];
  if (chosen === undefined) throw new Error("Nothing to pick from.");
  return chosen;
}

/** Another whole number: one digit changed, two swapped, a digit more, or a little more or less. */
export function alterNumber(random: Random, value: number): number {
  const digits = String(value);
  const at = Math.floor(random() * digits.length);
  const changed = (Number(digits[at]) + 1 + Math.floor(random() * 8)) % 10 || 7;
  const ways = [
    Number(digits.slice(0, at) + changed + digits.slice(at + 1)),
    Number([...digits].reverse().join("")),
    value * 10,
    value + 1 + Math.floor(random() * 9),
    Math.max(1, value - 1 - Math.floor(random() * 9)),
  ].filter((other) => other !== value);
  return pick(random, ways);
}

const WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");
const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );

export function spellNumber(value: number): string | undefined {
  return WORDS[value];
}

const group = (value: number) => value.toLocaleString("en-US");
const pad = (value: number) => String(value).padStart(2, "0");

type Day = { year: number; month: number; day: number };
function spellDate({ year, month, day }: Day): string[] {
  const name = MONTHS[month - 1] ?? "";
  return [
    `${day} ${name} ${year}`,
    `${name} ${day}, ${year}`,
    `${year}-${pad(month)}-${pad(day)}`,
    `${name.slice(0, 3)} ${day}, ${year}`,
    `${day}${day === 1 ? "st" : day === 2 ? "nd" : day === 3 ? "rd" : "th"} of ${name} ${year}`,
  ].filter((text) => !/\d(?:th|st|nd|rd)/.test(text) || day < 21);
}

function alterDay(random: Random, date: Day): Day {
  return pick(random, [
    { ...date, year: date.year + pick(random, [-3, -1, 1, 2]) },
    { ...date, month: (date.month % 12) + 1 },
    { ...date, day: (date.day % 28) + 1 },
  ]);
}

type Spell = (value: number) => string[];
const MILLIONS: Spell = (value) => [
  `$${value}M`,
  `$${value} million`,
  `${value} million dollars`,
  `$${group(value * 1_000_000)}`,
];
/** The kinds of numbers: what range they come from, and their spellings. */
const KINDS: Readonly<Record<string, { min: number; max: number; spell: Spell }>> = {
  percent: { min: 3, max: 97, spell: (v) => [`${v}%`, `${v} %`, `${v} percent`, `${v} per cent`] },
  count: { min: 1_100, max: 98_000, spell: (v) => [`${group(v)} teams`, `${v} teams`] },
  small: {
    min: 3,
    max: 12,
    spell: (v) => [`${v} regions`, `${spellNumber(v) ?? v} regions`],
  },
  money: { min: 2, max: 900, spell: MILLIONS },
  euros: { min: 12, max: 9_000, spell: (v) => [`€${v}`, `€${group(v)}`, `${v} euros`, `EUR ${v}`] },
  times: { min: 3, max: 40, spell: (v) => [`${v}x`, `${v} times`, `${v}-fold`] },
  duration: { min: 2, max: 90, spell: (v) => [`${v} minutes`, `${v} min`, `${v}-minute`] },
  size: { min: 2, max: 900, spell: (v) => [`${v} MB`, `${v}MB`, `${v} megabytes`] },
  thousands: {
    min: 2,
    max: 90,
    spell: (v) => [`${v}k users`, `${v},000 users`, `${v} thousand users`],
  },
  year: { min: 1_980, max: 2_030, spell: (v) => [`the year ${v}`, `${v}`] },
  rank: { min: 4, max: 20, spell: (v) => [`the ${v}th place`, `${v}th place`] },
};

/** A fact that stands in no real page, of a kind chosen by lot. */
export function plantFact(random: Random): PlantedFact {
  const kind = pick(random, [...Object.keys(KINDS), "date", "date", "month", "range", "version"]);
  const whole = (min: number, max: number) => min + Math.floor(random() * (max - min + 1));
  const row = KINDS[kind];
  if (row) {
    const value = whole(row.min, row.max);
    const spell = (given: number) => pick(random, row.spell(given));
    return {
      kind,
      source: spell(value),
      faithful: spell(value),
      altered: spell(alterNumber(random, value)),
    };
  }
  const date = { year: whole(1_990, 2_026), month: whole(1, 12), day: whole(1, 28) };
  if (kind === "date") {
    const spell = (given: Day) => pick(random, spellDate(given));
    return {
      kind,
      source: spell(date),
      faithful: spell(date),
      altered: spell(alterDay(random, date)),
    };
  }
  if (kind === "month") {
    const spell = ({ month, year }: Day) => `${MONTHS[month - 1]} ${year}`;
    const other = { ...date, month: (date.month % 12) + 1 };
    return { kind, source: spell(date), faithful: spell(date), altered: spell(other) };
  }
  if (kind === "range") {
    const [low, high] = [whole(2, 40), whole(50, 95)];
    const spell = (from: number, to: number) =>
      pick(random, [`${from}–${to}%`, `${from} to ${to} percent`, `${from}% to ${to}%`]);
    return {
      kind,
      source: spell(low, high),
      faithful: spell(low, high),
      altered: spell(low, alterNumber(random, high)),
    };
  }
  const version = [whole(1, 20), whole(0, 30), whole(0, 15)];
  const other = version.map((part, index) => (index === 1 ? part + 1 : part));
  const spell = (parts: number[]) =>
    pick(random, [`version ${parts.join(".")}`, `v${parts.join(".")}`]);
  return { kind, source: spell(version), faithful: spell(version), altered: spell(other) };
}
