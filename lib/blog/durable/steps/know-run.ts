import "server-only";
import { eq } from "drizzle-orm";
import { posts } from "@/drizzle/schema/posts";
import { asUser, type UserTransaction } from "../../../db/as-user";
import { openPrices, type PriceFinder } from "../../../models/find-price";
import type { GenerateBody } from "../../schema";
import type { Made, Ticket } from "../step-results";
import { selectCheckpoints } from "./read-checkpoints";
import { saveCheckpoint } from "./save-checkpoint";

type Facts = { request: GenerateBody; made: Made };
/** What is made between the steps: kept for those to come, whoever does them. */
type Between = "model";

/** What the steps of one delivery know of their run: read once, and added to by what they make. */
export type KnownRun = {
  read: () => Promise<Facts>;
  prices: () => Promise<PriceFinder>;
  /** Adds what a finished step has made. */
  add: (step: string, data: unknown) => Promise<void>;
  /** Adds the text of a section, for those that are written after it. */
  addWritten: (sectionId: string, written: Made["written"][string]) => Promise<void>;
  /** Stores it too. */
  save: <Name extends Between>(name: Name, data: NonNullable<Made[Name]>) => Promise<void>;
  /** Another process has worked on the run meanwhile: it is read anew. */
  forget: () => void;
};

/** Opens what one delivery knows of a run; nothing is read before it is asked for. */
export function knowRun(ticket: Ticket): KnownRun {
  let facts: Promise<Facts> | undefined;
  let prices: Promise<PriceFinder> | undefined;
  const add = async (step: string, data: unknown) => {
    if (facts)
      Object.assign((await facts).made, { [step]: JSON.parse(JSON.stringify(data ?? null)) });
  };
  return {
    // Each step has a copy of its own: those that work at the same time share nothing.
    read: async () => {
      facts ??= readFacts(ticket);
      return structuredClone(await facts);
    },
    prices: () => {
      prices ??= openPrices(ticket.user);
      return prices;
    },
    add,
    save: async (name, data) => {
      await saveCheckpoint(ticket, name, data);
      await add(name, data);
    },
    addWritten: async (sectionId, written) => {
      if (facts) (await facts).made.written[sectionId] = { ...written };
    },
    forget: () => {
      facts = undefined;
    },
  };
}

function readFacts({ user, postId }: Ticket): Promise<Facts> {
  return asUser(user, async (tx) => {
    const [request, made] = await Promise.all([
      selectRequest(tx, postId),
      selectCheckpoints(tx, postId),
    ]);
    return { request, made };
  });
}

async function selectRequest(tx: UserTransaction, postId: string): Promise<GenerateBody> {
  const [row] = await tx.select({ request: posts.request }).from(posts).where(eq(posts.id, postId));
  return row?.request as GenerateBody;
}
