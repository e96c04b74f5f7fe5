/** `npm run dev`: the product on this machine, with your own keys. Flags of `next dev` may follow `--`. */
import { runNextDev } from "./run-next-dev";

await runNextDev({ flags: process.argv.slice(2) });
