import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { UsageCall, UsageGroup, UsageRange } from "@/lib/usage/schema";
import { CallTable } from "./call-table";
import { GroupTable } from "./group-table";

const range: UsageRange = { from: "2026-11-01", to: "2026-11-30", zone: "Europe/Berlin" };
const numbers = { costUsd: 0.01, calls: 2, inputTokens: 30, cachedTokens: 10, outputTokens: 5 };
const group: UsageGroup = {
  ...{ id: "2026-11-09", label: "2026-11-09", ...numbers },
  ...{ unpricedCalls: 0, estimatedCalls: 0, pendingUsd: 0 },
};
const call: UsageCall = {
  ...{ id: "1", at: "2026-11-09T23:30:15.000Z", operation: "plan", post: null, provider: "gemini" },
  ...{ model: "gemini-9", billedModel: null, keyVersion: 1, requestId: null, ...numbers },
  ...{ known: "priced", status: "settled" },
};
const names = { gemini: "Gemini" };

test("the sums are folded until they are asked for, and every head begins with a capital", () => {
  const render = (open: boolean) =>
    renderToStaticMarkup(createElement(GroupTable, { groups: [group], by: "day", range, open }));
  expect(render(false)).not.toMatch(/<details[^>]* open/);
  const html = render(true);
  expect(html).toMatch(/<details[^>]* open/);
  const heads = [...html.matchAll(/<th scope="col"[^>]*>([^<]+)/g)].map(([, head]) => head);
  expect(heads).toEqual(["Day", "US dollars", "Calls", "Tokens in", "Cached", "Tokens out"]);
  expect(html).toContain('<time dateTime="2026-11-09">9 Nov 2026</time>');
});

test("a call says its day and time in the zone of the range, and the pages of calls lead to each other", () => {
  const render = (older: boolean, next: string | null) =>
    renderToStaticMarkup(
      createElement(CallTable, { page: { range, calls: [call], next }, names, by: "day", older }),
    );
  expect(render(false, null)).toContain(`<time dateTime="${call.at}">10 Nov 2026, 00:30</time>`);
  const links = (html: string) => [...html.matchAll(/>([^<]+)<\/a>/g)].map(([, link]) => link);
  expect(links(render(false, "1.2"))).toEqual(["Older calls"]);
  expect(links(render(true, "1.2"))).toEqual(["Newest calls", "Older calls"]);
  expect(links(render(true, null))).toEqual(["Newest calls"]);
});
