import type { FakeAnswer } from "./start-fake-site";

export type { FakeAnswer };

/** A refusal as WordPress words it. */
export function refuse(status: number, code: string, message: string, data = {}): FakeAnswer {
  return { status, body: { code, message, data: { status, ...data } } };
}

export const NO_ROUTE = refuse(
  404,
  "rest_no_route",
  "No route was found matching the URL and request method.",
);
