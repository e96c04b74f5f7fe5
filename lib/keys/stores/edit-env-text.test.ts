import { parse } from "dotenv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scaled } from "@/tests/world/scale";
import { editEnvText } from "./edit-env-text";

const NAMES = ["GEMINI_API_KEY", "EXA_API_KEY", "COPILOTKIT_API_KEY"];
const character = fc.constantFrom(..."abcXYZ019_.:/+=-");
const key = fc.string({ unit: character, minLength: 1, maxLength: 60 });
const changes = fc.dictionary(fc.constantFrom(...NAMES), fc.option(key), { minKeys: 1 });
const inner = fc.string({ unit: fc.constantFrom(..."ab =#:'\"`$\\-"), maxLength: 12 });
const name = fc.constantFrom(...NAMES, "PORT", "my.name", "OTHER_GEMINI_API_KEY");
const value = fc.oneof(
  key,
  inner.map((text) => `a${text}`),
  key.map((text) => `"${text}"`),
  key.map((text) => `'${text}' # kept`),
  fc.tuple(name, key).map(([hidden, text]) => `"first\n${hidden}=${text}\nlast"`),
  fc.constant(""),
);
/** Lines of a file as people write them: comments, assignments of every form, and rubbish. */
const line = fc.oneof(
  fc.constant(""),
  inner.map((text) => `# ${text}`),
  inner.map((text) => `#GEMINI_API_KEY=${text}`),
  fc
    .tuple(fc.constantFrom("", "export ", "  "), name, fc.constantFrom("=", " = ", ": "), value)
    .map((parts) => parts.join("")),
  fc.constantFrom("not an assignment", "???", "\uFEFFEXA_API_KEY=x"),
);
const file = fc
  .tuple(fc.array(line, { maxLength: 12 }), fc.constantFrom("\n", "\r\n"), fc.boolean())
  .map(([lines, newline, ended]) => lines.join(newline) + (ended ? newline : ""));

/** What a reader of the file should find afterwards. */
function expectVariables(text: string, edits: Record<string, string | null>) {
  const before = Object.entries(parse(text)).filter(([known]) => !Object.hasOwn(edits, known));
  const set = Object.entries(edits).filter(([, edit]) => edit !== null);
  return Object.fromEntries([...before, ...set]);
}

describe("editing the text of an env file", () => {
  it("changes only the named variables, whatever the file and the keys are", () => {
    const keepsTheRest = fc.property(file, changes, (text, edits) => {
      const edited = editEnvText(text, edits);
      expect(parse(edited)).toEqual(expectVariables(text, edits));
      expect(editEnvText(edited, edits)).toBe(edited);
    });
    fc.assert(keepsTheRest, { numRuns: scaled(50_000) });
  });

  it("adds at most the line it was asked for, and leaves every other byte where it was", () => {
    const onlyItsLine = fc.property(file, key, (text, added) => {
      const other = text.replaceAll("GEMINI", "OLLAMA");
      const edited = editEnvText(other, { GEMINI_API_KEY: added });
      expect(edited.startsWith(other)).toBe(true);
      expect(edited.slice(other.length).trim()).toBe(`GEMINI_API_KEY=${added}`);
    });
    fc.assert(onlyItsLine, { numRuns: scaled(20_000) });
  });

  it("refuses a value that could mean more than itself, and accepts no part of such a change", () => {
    const hostile = fc
      .tuple(
        key,
        fc.constantFrom(..."\n\r\0\t $#'\"`\\{}()<>|&;*?!,~^%@•é\u2028\u0085"),
        fc.string(),
      )
      .map((parts) => parts.join(""));
    const refuses = fc.property(file, hostile, key, (text, bad, good) => {
      expect(() => editEnvText(text, { EXA_API_KEY: good, GEMINI_API_KEY: bad })).toThrow(
        "The value for GEMINI_API_KEY has a character that an env file cannot hold.",
      );
    });
    fc.assert(refuses, { numRuns: scaled(20_000) });
    expect(() => editEnvText("", { GEMINI_API_KEY: "" })).toThrow();
    expect(() => editEnvText("", { GEMINI_API_KEY: "x\nEXA_API_KEY=stolen" })).toThrow();
  });

  it("keeps comments, order, blank lines, the export prefix and Windows line ends", () => {
    const before = [
      "# Keys of my laptop",
      "",
      "export GEMINI_API_KEY=old # from AI Studio",
      "# GEMINI_API_KEY=commented-out",
      "PORT=3000",
      "GEMINI_API_KEY=duplicate",
      'CLERK_JWT_KEY="-----BEGIN PUBLIC KEY-----',
      "EXA_API_KEY=part-of-the-value-above",
      '-----END PUBLIC KEY-----"',
      "EXA_API_KEY: yaml-like",
      "",
      "",
    ];
    const after = [
      "# Keys of my laptop",
      "",
      "export GEMINI_API_KEY=new # from AI Studio",
      "# GEMINI_API_KEY=commented-out",
      "PORT=3000",
      'CLERK_JWT_KEY="-----BEGIN PUBLIC KEY-----',
      "EXA_API_KEY=part-of-the-value-above",
      '-----END PUBLIC KEY-----"',
      "",
      "COPILOTKIT_API_KEY=ck_pub_1",
      "",
    ];
    const edits = { GEMINI_API_KEY: "new", EXA_API_KEY: null, COPILOTKIT_API_KEY: "ck_pub_1" };
    for (const newline of ["\n", "\r\n"])
      expect(editEnvText(before.join(newline), edits)).toBe(after.join(newline));
    expect(editEnvText("", edits)).toBe("GEMINI_API_KEY=new\nCOPILOTKIT_API_KEY=ck_pub_1\n");
    expect(editEnvText("PORT=1", { EXA_API_KEY: "x" })).toBe("PORT=1\nEXA_API_KEY=x\n");
    expect(editEnvText("EXA_API_KEY=x", { EXA_API_KEY: null })).toBe("");
  });
});
