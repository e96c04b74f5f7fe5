import { expect, test } from "vitest";
import { plainText } from "./plain-text";

test("addresses, markup and citations go, words that only look like an address stay", () => {
  expect(plainText("Personal data: a guide [S1.p2]")).toBe("Personal data: a guide");
  expect(plainText("File: see <b>below</b> data:text/html,x javascript:alert(1) end")).toBe(
    "File: see below end",
  );
  expect(plainText("[here](https://evil.example) or https://evil.example/x www.evil.example")).toBe(
    "here or",
  );
});
