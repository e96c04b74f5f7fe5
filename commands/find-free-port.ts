import { createServer } from "node:net";

/** The first free port of this machine from `first` on. */
export async function findFreePort(first: number): Promise<number> {
  return (await isFree(first)) ? first : findFreePort(first + 1);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
      .once("error", () => resolve(false))
      .listen(port, "localhost", () => probe.close(() => resolve(true)));
  });
}
