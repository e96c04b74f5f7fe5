import type { BrowserContext } from "playwright";
import { z } from "zod";
import { median } from "../print-ratio";

/** How long a page is left to itself before its largest paint is read, in milliseconds. */
const SETTLE_MS = 1_500;
const TRIES = 5;

/** The median time to the largest paint of each address, in milliseconds, once the server is warm. */
export async function measurePaints(
  context: BrowserContext,
  addresses: readonly string[],
): Promise<number[]> {
  for (const address of addresses) await measurePaint(context, address);
  const tries: number[][] = addresses.map(() => []);
  for (let round = 0; round < TRIES; round += 1)
    for (const [at, address] of addresses.entries())
      tries[at]?.push(await measurePaint(context, address));
  return tries.map(median);
}

async function measurePaint(context: BrowserContext, address: string): Promise<number> {
  const page = await context.newPage();
  await page.goto(address, { waitUntil: "load" });
  await page.waitForTimeout(SETTLE_MS);
  const paint = z.number().parse(await page.evaluate("window.largestPaint"));
  await page.close();
  return paint;
}
