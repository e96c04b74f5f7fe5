import { expect, test } from "vitest";
import { formatDay, formatMoment } from "./format-day";

test("a day has one form, in the zone that is given; what is a day or a month already moves nowhere", () => {
  const moment = "2026-11-30T22:30:00.000Z";
  expect(formatDay(moment)).toBe("30 Nov 2026");
  expect(formatDay(moment, "Europe/Athens")).toBe("1 Dec 2026");
  expect(formatDay(Date.parse(moment), "Europe/Athens")).toBe("1 Dec 2026");
  for (const zone of ["UTC", "Pacific/Auckland", "America/Los_Angeles"]) {
    expect(formatDay("2026-12-01", zone)).toBe("1 Dec 2026");
    expect(formatDay("2026-12", zone)).toBe("Dec 2026");
  }
});

test("a moment is its day with the time of day", () => {
  const moment = "2026-11-30T22:30:59.000Z";
  expect(formatMoment(moment, "UTC")).toBe("30 Nov 2026, 22:30");
  expect(formatMoment(moment, "Europe/Athens")).toBe("1 Dec 2026, 00:30");
});
