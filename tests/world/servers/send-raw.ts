import { request } from "node:http";

type RawRequest = { method: string; path: string; headers?: Record<string, string> };

/** Sends a request whose path is not tidied on its way, and gives the status of its answer. */
export function sendRaw(origin: string, { method, path, headers }: RawRequest): Promise<number> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, method, path, ...(headers ? { headers } : {}) });
    sent.on("response", (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    sent.on("error", reject);
    sent.end(method === "POST" ? "{}" : undefined);
  });
}
