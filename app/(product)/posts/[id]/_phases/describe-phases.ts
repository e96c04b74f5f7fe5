import type { PostDocument, PostStatus } from "@/lib/blog/schema";

/** How far a phase is: done, done with something to look at, open to be done, or not to be done yet. */
export type PhaseState = "done" | "look" | "open" | "closed";

/** A phase as the page leads to it. */
export type ShownPhase = {
  name: string;
  /** The name where there is little room. */
  short?: string;
  state: PhaseState;
  /** What there is of it; of a closed one, what must come first. */
  says: string;
  /** The part of the page that it leads to; null where it opens the dialog for publishing. */
  target: string | null;
};

type Fact = Pick<ShownPhase, "state" | "says">;
const closed = (says: string): Fact => ({ state: "closed", says });
const done = (says: string): Fact => ({ state: "done", says });
const look = (says: string): Fact => ({ state: "look", says });

/** The five phases of a post at rest, in order: how far each has come, and where it is on the page. */
export function describePhases(document: PostDocument, status: PostStatus): ShownPhase[] {
  const isWritten = status === "ready" || status === "published";
  return [
    { name: "Research", target: "research", ...research(document) },
    { name: "Outline", target: "contents", ...outline(document) },
    { name: "Writing", target: "text", ...writing(document) },
    {
      ...{ name: "Search listing", short: "Listing", target: "seo" },
      ...(isWritten ? listing(document) : closed("once the text is written")),
    },
    {
      ...{ name: "Publish", target: null },
      ...(isWritten ? publishing(status) : closed("once the text is written")),
    },
  ];
}

/** What there is to look at and what must come first, in a line: for where phases have room for a word. */
export function notePhases(phases: ShownPhase[]): string {
  const open = phases.filter(({ state }) => state === "look" || state === "closed");
  const reasons = [...new Set(open.map(({ says }) => says))];
  return reasons
    .map((reason) => {
      const names = open.filter(({ says }) => says === reason).map(({ name }) => name);
      return `${new Intl.ListFormat("en").format(names)}: ${reason}.`;
    })
    .join(" ");
}

function research({ sources, problem }: PostDocument): Fact {
  if (sources.length > 0) return done(count(sources.length, "source"));
  return problem?.code === "no_sources" ? look("no source found") : closed("once the run goes on");
}

function outline({ sources, sections }: PostDocument): Fact {
  if (sections.length > 0) return done(count(sections.length, "heading"));
  return closed(sources.length > 0 ? "once the run goes on" : "once there are sources");
}

function writing({ sections, verdicts }: PostDocument): Fact {
  if (sections.length === 0) return closed("once there is an outline");
  const written = sections.filter(({ markdown }) => markdown !== "").length;
  if (written === 0) return closed("once the run goes on");
  if (written < sections.length) return look(`${written} of ${count(sections.length, "section")}`);
  const doubted = verdicts
    .flatMap(({ claims }) => claims)
    .filter(({ level }) => level !== "supported");
  if (doubted.length > 0) return look(`${count(doubted.length, "sentence")} to look at`);
  return done(sections.length === 1 ? "1 section" : `all ${sections.length} sections`);
}

function listing({ seo }: PostDocument): Fact {
  return seo ? done("prepared") : look("nothing prepared");
}

function publishing(status: PostStatus): Fact {
  return status === "published" ? done("published") : { state: "open", says: "not published yet" };
}

function count(number: number, one: string): string {
  return `${number} ${one}${number === 1 ? "" : "s"}`;
}
