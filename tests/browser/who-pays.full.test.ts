import type { Browser, BrowserContext, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { formatUsd } from "@/app/_ui/money";
import { mintUserId } from "@/lib/auth/user-id";
import { sessionCookies } from "../clerk/session-cookies";
import { seedCalls } from "../world/database/seed-calls";
import { seedTesters } from "../world/database/seed-testers";
import { reportFigure } from "../world/report-figure";
import { scaled } from "../world/scale";
import { type Production, saveKeys, startProduction } from "../world/servers/start-production";
import type { Tester } from "../world/tester";
import { analyzeAtRest } from "./analyze-at-rest";
import { LOOKS } from "./looks";
import { openBrowser } from "./open-browser";
import { visit } from "./visit";

const OWNER = "user_owner0who0pays";
const SHOTS = process.env.SCREENSHOTS;
const CALLS = scaled(10_000);
const ZONES = ["Europe/Berlin", "America/New_York", "Asia/Kolkata"];
const RANGE = { from: "2025-09-10", to: "2026-11-09" };

let server: Production;
let browser: Browser;
/** Who has much, little and nothing. */
let testers: Record<"much" | "little" | "nothing", Tester>;
beforeAll(async () => {
  [server, browser] = await Promise.all([
    startProduction(() => ({ OWNER_USER_IDS: OWNER })),
    openBrowser(),
  ]);
  const { sql } = server.database;
  testers = { much: server.tester(), little: server.tester(), nothing: server.tester() };
  await seedTesters(sql, { testers: 100, calls: CALLS });
  for (const tester of [testers.much, testers.little]) await saveKeys(tester);
  const cap = { monthlyUsd: 5, zone: "Europe/Berlin" };
  await testers.much.call("PUT", "/api/usage/cap", cap);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

type Look = (typeof LOOKS)[number];

async function signIn(
  userId: string,
  [width, colorScheme]: Look = LOOKS[0],
): Promise<BrowserContext> {
  const viewport = { width, height: 900 };
  const context = await browser.newContext({ viewport, colorScheme, reducedMotion: "reduce" });
  await context.addCookies(await sessionCookies(userId, server.url));
  return context;
}

/** Amounts in ten-thousandths of a dollar, the last digit that the page shows. */
const toDigits = (text: string) => Math.round(Number(text.replace(/[$,]/g, "")) * 10_000);

async function readTable(page: Page): Promise<{ rows: string[][]; foot: string[] }> {
  const table = page.getByRole("region", { name: /^Summed by/ }).first();
  const cells = (selector: string) =>
    table
      .locator(selector)
      .evaluateAll((rows) =>
        rows.map((row) => [...row.children].map((cell) => cell.textContent ?? "")),
      );
  const [foot = []] = await cells("tfoot tr");
  return { rows: await cells("tbody tr"), foot };
}

test("the owner's page shows what SQL sums of 100 testers, and nothing that any of them wrote", async () => {
  const { sql } = server.database;
  const [sums] = await sql`
    SELECT count(*)::int AS calls, sum(cost_usd)::float AS usd FROM usage_events`;
  const providers = await sql`
    SELECT provider, count(*)::int AS calls, sum(cost_usd)::float AS usd
    FROM usage_events GROUP BY 1`;
  const context = await signIn(OWNER);
  const page = await context.newPage();
  const answer = await visit(page, `${server.url}/owner`);
  const rowOf = (name: string) => page.getByRole("row", { name }).first().textContent();
  const tell = (calls: number, usd: number) =>
    `${calls.toLocaleString("en-US")} calls${formatUsd(usd)}`;
  expect(await rowOf("Together")).toContain(tell(sums?.calls, sums?.usd));
  const names = { gemini: "Gemini", exa: "Exa" };
  for (const [id, name] of Object.entries(names)) {
    const own = providers.find(({ provider }) => provider === id);
    expect(await rowOf(name)).toContain(tell(own?.calls, own?.usd));
  }
  await page.getByText("$0.00 of API usage was billed to you.").waitFor();
  await page.getByText(`Each of the ${sums?.calls.toLocaleString("en-US")} calls`).waitFor();
  const flight = await context.request.get(`${server.url}/owner`, { headers: { rsc: "1" } });
  for (const text of [await answer?.text(), await flight.text()])
    expect(text).not.toMatch(/secret|SUM\(A1\)|response-\d|user_(?!owner)/);
  reportFigure(
    "The owner's page of 100 testers against SQL, and content of a tester in its HTML and RSC payload",
    `equal, none; ${sums?.calls} calls`,
  );
  await context.close();
});

test("the usage page shows what SQL sums, and its groups add up to its totals in the last digit", {
  timeout: 1_800_000,
}, async () => {
  const { userId } = testers.much;
  await seedCalls(server.database.sql, mintUserId(userId), CALLS);
  const context = await signIn(userId);
  const page = await context.newPage();
  for (const zone of ZONES) {
    const [sums] = await server.database.sql`
      SELECT count(*)::int AS calls, sum(input_tokens)::int AS input, sum(cached_tokens)::int AS cached,
        sum(output_tokens)::int AS output, round(sum(cost_usd) * 10000)::int AS digits
      FROM usage_events WHERE user_id = ${userId}
        AND (created_at AT TIME ZONE ${zone})::date BETWEEN ${RANGE.from} AND ${RANGE.to}`;
    for (const by of ["day", "post", "provider", "model", "key", "operation"]) {
      await visit(page, `${server.url}/usage?${new URLSearchParams({ ...RANGE, zone, by })}`);
      const { rows, foot } = await readTable(page);
      const [, usd = "", calls = "", input = "", cached = "", output = ""] = foot;
      const numbers = [calls, input, cached, output].map((text) =>
        Number(text.replaceAll(",", "")),
      );
      expect([zone, by, ...numbers, toDigits(usd)]).toEqual([
        ...[zone, by, sums?.calls, sums?.input, sums?.cached, sums?.output, sums?.digits],
      ]);
      const sum = (of: (row: string[]) => number) => rows.reduce((all, row) => all + of(row), 0);
      expect(sum((row) => toDigits(row[1] ?? ""))).toBe(toDigits(usd));
      expect(sum((row) => Number(row[2]?.replaceAll(",", "")))).toBe(sums?.calls);
      if (by === "day") {
        const shown = page.getByText(`for ${sums?.calls.toLocaleString("en-US")} calls`);
        expect(await shown.first().textContent()).toContain(usd);
      }
    }
    const query = new URLSearchParams({ ...RANGE, zone });
    const csv = await testers.much.call("GET", `/api/usage/export.csv?${query}`);
    expect((await csv.text()).trimEnd().split("\r\n")).toHaveLength(Number(sums?.calls) + 1);
  }
  reportFigure(
    "The usage page of a user with many calls in three zones, by six groupings, against SQL; groups against totals in the last digit",
    `${ZONES.length * 6} of ${ZONES.length * 6} equal, ${CALLS} calls`,
  );
  await context.close();
});

const much = new URLSearchParams({ ...RANGE, zone: "Europe/Berlin", by: "model" });
const PAGES = ["/usage", `/usage?${much}`, "/settings", "/onboarding/api-keys"];

test("usage, settings, keys, owner and deletion are accessible with much, little and nothing, in every look", {
  timeout: 1_800_000,
}, async () => {
  const found: unknown[] = [];
  const inspect = async (page: Page, name: string) => {
    const violations = await analyzeAtRest(page);
    for (const { id, nodes } of violations)
      found.push([name, id, nodes.map(({ target }) => target.join(" ")).slice(0, 3)]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    if (wide) found.push([name, "scrolls sideways"]);
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
  };
  for (const look of LOOKS) {
    const people = { ...testers, owner: { userId: OWNER } };
    for (const [who, { userId }] of Object.entries(people)) {
      const context = await signIn(userId, look);
      const page = await context.newPage();
      for (const [number, path] of (who === "owner" ? ["/owner"] : PAGES).entries()) {
        await visit(page, `${server.url}${path}`);
        await inspect(
          page,
          [who, path.split(/[/?]/).join("-").slice(1, 30), number, ...look].join("-"),
        );
      }
      if (who === "much") {
        await visit(page, `${server.url}/settings`);
        await page.getByRole("button", { name: "Delete my account…" }).click();
        await page.getByRole("dialog").waitFor();
        await inspect(page, ["deletion", ...look].join("-"));
        await visit(page, `${server.url}/account-deleted`);
        await inspect(page, ["deleted", ...look].join("-"));
      }
      await context.close();
    }
  }
  expect(found).toEqual([]);
});
