import { createHash } from "node:crypto";

const MAX_ENTRIES = 50_000;
const MAX_PROMPT_CHARS = 64 * 1024;
/** Older entries lose their prompt text beyond this, or a long benchmark would fill the memory. */
const MAX_TOTAL_PROMPT_CHARS = 64 * 1024 * 1024;

/** One request as received. `status` and `ms` are null while it runs; `status` stays null if no header was sent. */
export type LogEntry = {
  id: number;
  provider: "gemini" | "exa";
  method: string;
  path: string;
  at: string;
  ms: number | null;
  keyFingerprint: string | null;
  model?: string;
  promptTokens: number;
  outputTokens: number;
  costDollars?: number;
  status: number | null;
  streamed: boolean;
  hungUp: boolean;
  prompt?: string;
  promptSha?: string;
  query?: string;
  /** What a search asked for beside its words. The pages carry no date and no kind, so nothing is left out by those. */
  search?: Record<string, unknown>;
};

/** What is known when a request arrives. */
type LogOpening = Pick<LogEntry, "provider" | "method" | "path" | "keyFingerprint">;

/** The last 50,000 requests, oldest first. */
export class RequestLog {
  #entries: LogEntry[] = [];
  #holders: LogEntry[] = [];
  #promptChars = 0;
  #nextId = 1;

  open(opening: LogOpening): LogEntry {
    const entry: LogEntry = {
      id: this.#nextId++,
      ...opening,
      at: new Date().toISOString(),
      ms: null,
      promptTokens: 0,
      outputTokens: 0,
      status: null,
      streamed: false,
      hungUp: false,
    };
    this.#entries.push(entry);
    if (this.#entries.length > MAX_ENTRIES * 1.1) this.#entries = this.#entries.slice(-MAX_ENTRIES);
    return entry;
  }

  /** Keeps at most 64 KB of the prompt, and the hash of all of it. */
  keepPrompt(entry: LogEntry, prompt: string): void {
    entry.prompt = prompt.slice(0, MAX_PROMPT_CHARS);
    entry.promptSha = createHash("sha256").update(prompt).digest("hex").slice(0, 16);
    this.#holders.push(entry);
    this.#promptChars += entry.prompt.length;
    while (this.#promptChars > MAX_TOTAL_PROMPT_CHARS) this.#dropOldestPrompt();
  }

  #dropOldestPrompt(): void {
    const oldest = this.#holders.shift();
    this.#promptChars -= oldest?.prompt?.length ?? this.#promptChars;
    if (oldest) delete oldest.prompt;
  }

  list(fingerprint?: string | null): LogEntry[] {
    const recent = this.#entries.slice(-MAX_ENTRIES);
    return fingerprint ? recent.filter((entry) => entry.keyFingerprint === fingerprint) : recent;
  }

  clear(): void {
    this.#entries = [];
    this.#holders = [];
    this.#promptChars = 0;
  }
}
