import { readFileSync } from "node:fs";
import { holdToContract } from "./hold-to-contract";
import type { SiteUnderTest } from "./site-under-test";

/** Written by `npm run proof:sites`: the servers that it has started. */
const sites: SiteUnderTest[] = JSON.parse(readFileSync(process.env.REAL_SITES ?? "", "utf8"));

for (const site of sites) holdToContract(site.name, () => site);
