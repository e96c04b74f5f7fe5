import { environment } from "./frontend-api-environment";
import {
  clientResource,
  sessionResource,
  signInResource,
  signUpResource,
  tokenResource,
  userResource,
} from "./frontend-api-resources";
import {
  createClient,
  deleteUser,
  endSessions,
  type FakeClient,
  type FrontendApiState,
  findUserByEmail,
  newId,
  startSession,
} from "./frontend-api-state";

/** The code every e-mail "sent" by the fake contains. */
export const EMAIL_CODE = "424242";

export interface RouteCall {
  state: FrontendApiState;
  /** The browser's client; `null` until it first signs in. */
  client: FakeClient | null;
  /** Origin of the page that calls, the future `azp` of its tokens. */
  origin: string | undefined;
  applicationUrl: string;
  /** The first group of the route's pattern, e.g. a session id. */
  id: string;
  form: URLSearchParams;
}

export interface RouteAnswer {
  status?: number;
  body: unknown;
  /** The client after the call, for the cookies. */
  client: FakeClient | null;
}

interface Route {
  method: string;
  pattern: RegExp;
  handle: (call: RouteCall) => Promise<RouteAnswer>;
}

function refuse(call: RouteCall, code: string, message: string, parameter: string): RouteAnswer {
  const error = { code, message, long_message: message, meta: { param_name: parameter } };
  return { status: 422, body: { errors: [error] }, client: call.client };
}

function refuseMissing(call: RouteCall): RouteAnswer {
  return { ...refuse(call, "resource_not_found", "Not found.", "id"), status: 404 };
}

async function answer(call: RouteCall, client: FakeClient | null, response: unknown) {
  const body = { response, client: client && (await clientResource(client, call.origin)) };
  return { body, client };
}

async function getClient(call: RouteCall): Promise<RouteAnswer> {
  const response = call.client && (await clientResource(call.client, call.origin));
  return { body: { response, client: null }, client: call.client };
}

async function signOut(call: RouteCall): Promise<RouteAnswer> {
  if (call.client) endSessions(call.client, () => true);
  return getClient(call);
}

async function completeSignIn(call: RouteCall, client: FakeClient): Promise<RouteAnswer> {
  const attempt = client.signIn;
  if (!attempt) return refuseMissing(call);
  attempt.sessionId = startSession(client, attempt.user).id;
  client.signIn = null;
  return answer(call, client, signInResource(attempt));
}

async function createSignIn(call: RouteCall): Promise<RouteAnswer> {
  const user = findUserByEmail(call.state, call.form.get("identifier") ?? "");
  if (!user) {
    return refuse(call, "form_identifier_not_found", "Couldn't find your account.", "identifier");
  }
  const client = call.client ?? createClient(call.state);
  client.signIn = { id: newId("sia"), user, sessionId: null };
  if (!call.form.has("password")) return answer(call, client, signInResource(client.signIn));
  return attemptFirstFactor({ ...call, client });
}

async function prepareFirstFactor(call: RouteCall): Promise<RouteAnswer> {
  if (!call.client?.signIn) return refuseMissing(call);
  return answer(call, call.client, signInResource(call.client.signIn));
}

async function attemptFirstFactor(call: RouteCall): Promise<RouteAnswer> {
  const { client, form } = call;
  if (!client?.signIn) return refuseMissing(call);
  if (form.get("strategy") === "email_code") {
    if (form.get("code") === EMAIL_CODE) return completeSignIn(call, client);
    return refuse(call, "form_code_incorrect", "Incorrect code.", "code");
  }
  if (form.get("password") === client.signIn.user.password) return completeSignIn(call, client);
  return refuse(call, "form_password_incorrect", "Password is incorrect.", "password");
}

async function createSignUp(call: RouteCall): Promise<RouteAnswer> {
  const email = (call.form.get("email_address") ?? "").trim().toLowerCase();
  if (findUserByEmail(call.state, email)) {
    return refuse(call, "form_identifier_exists", "That email address is taken.", "email_address");
  }
  const user = { id: newId("user"), email, password: call.form.get("password") ?? "" };
  call.state.users.push(user);
  const client = call.client ?? createClient(call.state);
  const session = startSession(client, user);
  return answer(call, client, signUpResource({ id: newId("sua"), user, sessionId: session.id }));
}

async function touchSession(call: RouteCall): Promise<RouteAnswer> {
  const session = call.client?.sessions.find(({ id }) => id === call.id);
  if (!call.client || !session) return refuseMissing(call);
  call.client.lastActiveSessionId = session.id;
  return answer(call, call.client, await sessionResource(session, call.origin));
}

async function createToken(call: RouteCall): Promise<RouteAnswer> {
  const session = call.client?.sessions.find(({ id }) => id === call.id);
  if (!session) return refuseMissing(call);
  return { body: await tokenResource(session, call.origin), client: call.client };
}

async function endSession(call: RouteCall): Promise<RouteAnswer> {
  const session = call.client?.sessions.find(({ id }) => id === call.id);
  if (!call.client || !session) return refuseMissing(call);
  endSessions(call.client, ({ id }) => id === call.id);
  const ended = { ...(await sessionResource(session, call.origin)), status: "removed" };
  return answer(call, call.client, ended);
}

async function getCurrentUser(call: RouteCall): Promise<RouteAnswer> {
  const session = call.client?.sessions.at(0);
  return session ? answer(call, call.client, userResource(session.user)) : refuseMissing(call);
}

async function deleteCurrentUser(call: RouteCall): Promise<RouteAnswer> {
  const session = call.client?.sessions.at(0);
  if (!session) return refuseMissing(call);
  deleteUser(call.state, session.user.id);
  return answer(call, call.client, { object: "user", id: session.user.id, deleted: true });
}

async function getEnvironment(call: RouteCall): Promise<RouteAnswer> {
  return { body: environment(call.applicationUrl), client: call.client };
}

/** What clerk-js calls, in its own words: writes are POST with the real method in `_method`. */
export const FRONTEND_API_ROUTES: readonly Route[] = [
  { method: "*", pattern: /^\/v1\/environment$/, handle: getEnvironment },
  { method: "GET", pattern: /^\/v1\/client$/, handle: getClient },
  { method: "DELETE", pattern: /^\/v1\/client(?:\/sessions)?$/, handle: signOut },
  { method: "POST", pattern: /^\/v1\/client\/sign_ins$/, handle: createSignIn },
  {
    method: "POST",
    pattern: /^\/v1\/client\/sign_ins\/(\w+)\/prepare_first_factor$/,
    handle: prepareFirstFactor,
  },
  {
    method: "POST",
    pattern: /^\/v1\/client\/sign_ins\/(\w+)\/attempt_first_factor$/,
    handle: attemptFirstFactor,
  },
  { method: "POST", pattern: /^\/v1\/client\/sign_ups$/, handle: createSignUp },
  { method: "POST", pattern: /^\/v1\/client\/sessions\/(\w+)\/touch$/, handle: touchSession },
  { method: "POST", pattern: /^\/v1\/client\/sessions\/(\w+)\/tokens$/, handle: createToken },
  {
    method: "POST",
    pattern: /^\/v1\/client\/sessions\/(\w+)\/(?:remove|end)$/,
    handle: endSession,
  },
  { method: "GET", pattern: /^\/v1\/me$/, handle: getCurrentUser },
  { method: "DELETE", pattern: /^\/v1\/me$/, handle: deleteCurrentUser },
];

async function getUser(call: RouteCall): Promise<RouteAnswer> {
  const user = call.state.users.find(({ id }) => id === call.id);
  return user ? { body: userResource(user), client: null } : refuseMissing(call);
}

async function removeUser(call: RouteCall): Promise<RouteAnswer> {
  deleteUser(call.state, call.id);
  return { body: { object: "user", id: call.id, deleted: true }, client: null };
}

/** The few calls an application makes with its secret key. Everything else is 404. */
export const BACKEND_API_ROUTES: readonly Route[] = [
  { method: "GET", pattern: /^\/v1\/users\/(\w+)$/, handle: getUser },
  { method: "DELETE", pattern: /^\/v1\/users\/(\w+)$/, handle: removeUser },
];

/** Runs the first route that fits, or answers 404. */
export async function dispatch(
  routes: readonly Route[],
  method: string,
  path: string,
  call: Omit<RouteCall, "id">,
): Promise<RouteAnswer> {
  for (const route of routes) {
    if (route.method !== "*" && route.method !== method) continue;
    const match = route.pattern.exec(path);
    if (match) return route.handle({ ...call, id: match[1] ?? "" });
  }
  return refuseMissing({ ...call, id: "" });
}
