/** What a reader of one construct may use. */
export type ProseContext = {
  text: string;
  at: number;
  /** Nothing follows `text`. */
  ended: boolean;
  /** What was emitted of the present line. */
  line: string;
  prose: {
    known: ReadonlySet<string>;
    /** The marks of the known ids; the others, or a citation without any, are counted as dropped. */
    cite: (ids: string[]) => string;
    /** Cleans the text of a link. */
    readInner: (text: string) => string;
  };
};
