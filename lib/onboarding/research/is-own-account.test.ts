import { expect, test } from "vitest";
import { isOwnAccount } from "./is-own-account";

test.each([
  ["https://x.com/warmhouse", "www.warm-house.co.uk", true],
  ["https://www.linkedin.com/company/warm-house-gmbh", "warmhouse.de", true],
  ["https://www.youtube.com/@WarmHouse", "blog.warmhouse.de", true],
  ["https://warmhouse.substack.com", "warmhouse.de", true],
  ["https://x.com/coldhouse", "warmhouse.de", false],
  ["https://x.com/notwarmhouse", "warmhouse.de", false],
  ["https://x.com/ab", "ab.de", false],
])("%s is the account of %s: %s", (url, hostname, own) => {
  expect(isOwnAccount(url, hostname)).toBe(own);
});
