import fc from "fast-check";
import { expect, test } from "vitest";
import { addUsd } from "./add-usd";
import { roundTogether } from "./round-together";

test("rounded amounts add up to the rounded total, each within one unit of its own", () => {
  const nanos = fc.array(fc.integer({ min: 0, max: 5_000_000_000 }), { maxLength: 40 });
  fc.assert(
    fc.property(nanos, fc.constantFrom(2, 4), (list, digits) => {
      const amounts = list.map((nano) => nano / 1_000_000_000);
      const unit = 10 ** digits;
      const shown = roundTogether(amounts, digits);
      const total = amounts.reduce(addUsd, 0);
      const sum = shown.reduce((units, one) => units + Math.round(one * unit), 0);
      expect(sum).toBe(Math.round(Number((total * unit).toPrecision(15))));
      shown.forEach((one, index) => {
        expect(Math.abs(one - (amounts[index] ?? 0))).toBeLessThan(1 / unit + 1e-9);
      });
    }),
  );
});

test.each([
  [[0.00005, 0.00005, 0.00005], 4, [0.0001, 0.0001, 0]],
  [[1.005, 2.004], 2, [1.01, 2]],
  [[], 4, []],
])("%j with %i digits is shown as %j", (amounts, digits, shown) => {
  expect(roundTogether(amounts, digits)).toEqual(shown);
});
