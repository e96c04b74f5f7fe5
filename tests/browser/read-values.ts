import type { Locator } from "playwright";

/** What stands in each of the fields that are found now, of one line or of many. */
export const readValues = async (fields: Locator): Promise<string[]> =>
  Promise.all((await fields.all()).map((field) => field.inputValue()));
