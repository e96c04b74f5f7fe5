/** `npm run dev`: the product on this machine, with your own keys. Flags of `next dev` may follow `--`. */
import { NEXT_DEV, runApp } from "./run-app";

await runApp({ command: [...NEXT_DEV, ...process.argv.slice(2)] });
