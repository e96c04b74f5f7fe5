import "server-only";
import { onRequest } from "./on-request";

/** Where the framework says that a page was shown in place of the one asked for. */
const TELLTALES = ["x-middleware-rewrite", "x-nextjs-rewritten-path"];

/** A page that is not there for somebody is answered like any that does not exist: nothing tells of another. */
export function hideRewrites(): void {
  onRequest((_, response) => {
    const { writeHead } = response;
    Object.assign(response, {
      writeHead(...given: unknown[]) {
        for (const name of TELLTALES) if (!response.headersSent) response.removeHeader(name);
        return Reflect.apply(writeHead, response, given);
      },
    });
    return false;
  });
}
