import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Those before it were applied before there was a release to go back to. */
const FIRST = "0030";
/** What the release before a migration, which serves for a while beside it, would fall over. */
const TAKES_AWAY =
  /\bDROP (COLUMN|TABLE|SCHEMA|FUNCTION|ROLE)\b|\bRENAME\b|\bSET DATA TYPE\b|\bALTER COLUMN "?\w+"? TYPE\b|\bSET NOT NULL\b|\bREVOKE\b/i;
const DEMANDS = /\bADD COLUMN (?![^;]*\bDEFAULT\b)[^;]*\bNOT NULL\b/i;

function findBreach(sql: string): string | undefined {
  return (TAKES_AWAY.exec(sql) ?? DEMANDS.exec(sql))?.[0];
}

test("a migration only adds, so that the release before it goes on serving, and can be gone back to", () => {
  const files = readdirSync("drizzle/migrations").filter((file) => file.endsWith(".sql"));
  const later = files.filter((file) => file >= FIRST);
  expect(later.length).toBeGreaterThan(0);
  for (const file of later)
    expect(findBreach(readFileSync(`drizzle/migrations/${file}`, "utf8")), file).toBeUndefined();
});

test("what takes away, or asks of old code what it does not know, is found", () => {
  for (const sql of [
    'ALTER TABLE "posts" DROP COLUMN "topic";',
    'ALTER TABLE "posts" RENAME TO "articles";',
    'ALTER TABLE "posts" ALTER COLUMN "topic" SET DATA TYPE uuid;',
    'ALTER TABLE "posts" ADD COLUMN "slug" text NOT NULL;',
    'ALTER TABLE "posts" ALTER COLUMN "title" SET NOT NULL;',
  ])
    expect(findBreach(sql), sql).toBeDefined();
  expect(
    findBreach('ALTER TABLE "posts" ADD COLUMN "seq" integer DEFAULT 0 NOT NULL;'),
  ).toBeUndefined();
});
