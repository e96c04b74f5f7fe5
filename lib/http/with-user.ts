import "server-only";
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { getCurrentUser } from "../auth/get-current-user";
import type { UserId } from "../auth/user-id";
import { AppError } from "../errors";
import { limitRequests } from "../limits/limit-requests";
import { answerError } from "./answer-error";
import { checkOrigin } from "./check-origin";
import { readBody } from "./read-body";

/** What a handler gets: the verified user, the parsed body and the path's parameters. */
export type Call<Body> = {
  user: UserId;
  body: Body;
  params: Record<string, string>;
  request: Request;
  requestId: string;
};
type Context = { params: Promise<Record<string, string>> };
type Handler<Body> = (call: Call<Body>) => Promise<Response>;

/**
 * Wraps a route handler: authenticates, checks the origin, limits, reads and parses the body, calls
 * the handler and maps every error to a problem document.
 *
 * @param schema of the body; `null` when the route takes none.
 * @param findUser whose request it is; by itself nobody whose account was deleted.
 */
export function withUser<Body>(
  schema: z.ZodType<Body>,
  handler: Handler<Body>,
  findUser?: FindUser,
): Route;
export function withUser(schema: null, handler: Handler<null>, findUser?: FindUser): Route;
export function withUser<Body>(
  schema: z.ZodType<Body> | null,
  handler: Handler<Body | null>,
  findUser: FindUser = getCurrentUser,
): Route {
  return async (request, context) => {
    const requestId = randomUUID();
    try {
      const user = await admit(request, findUser);
      const body = schema ? await readBody(request, schema) : null;
      const response = await handler({
        user,
        body,
        params: await context.params,
        request,
        requestId,
      });
      response.headers.set("x-request-id", requestId);
      if (!response.headers.has("cache-control")) response.headers.set("cache-control", "no-store");
      return response;
    } catch (error) {
      return answerError(error, requestId);
    }
  };
}
type Route = (request: Request, context: Context) => Promise<Response>;

type FindUser = () => Promise<UserId | null>;

async function admit(request: Request, findUser: FindUser): Promise<UserId> {
  const user = await findUser();
  if (!user) throw new AppError("unauthenticated");
  checkOrigin(request);
  await limitRequests(user);
  return user;
}
