import { randomBytes } from "node:crypto";

export interface TestUser {
  /** `user_…`: the id the application sees. */
  id: string;
  email: string;
  password: string;
  firstName?: string;
  lastName?: string;
}

export interface FakeSession {
  id: string;
  user: TestUser;
  createdAt: number;
}

/** One attempt to sign in or up. `sessionId` is set once it has succeeded. */
export interface FakeAttempt {
  id: string;
  user: TestUser;
  sessionId: string | null;
}

/** One browser: what Clerk keeps behind the `__client` cookie. */
export interface FakeClient {
  id: string;
  sessions: FakeSession[];
  lastActiveSessionId: string | null;
  signIn: FakeAttempt | null;
  signUp: FakeAttempt | null;
  /** Milliseconds; becomes the `__client_uat` cookie. */
  updatedAt: number;
}

export interface FrontendApiState {
  users: TestUser[];
  clients: Map<string, FakeClient>;
  /** `METHOD /path` of every request that carried the secret key. */
  backendRequests: string[];
}

export const newId = (prefix: string) => `${prefix}_${randomBytes(12).toString("hex")}`;

export function createState(users: readonly TestUser[]): FrontendApiState {
  return { users: [...users], clients: new Map(), backendRequests: [] };
}

export function createClient(state: FrontendApiState): FakeClient {
  const client: FakeClient = {
    id: newId("client"),
    sessions: [],
    lastActiveSessionId: null,
    signIn: null,
    signUp: null,
    updatedAt: Date.now(),
  };
  state.clients.set(client.id, client);
  return client;
}

export function findUserByEmail(state: FrontendApiState, email: string): TestUser | undefined {
  return state.users.find((user) => user.email === email.trim().toLowerCase());
}

/** Single-session mode: a new session replaces the browser's old one. */
export function startSession(client: FakeClient, user: TestUser): FakeSession {
  const session = { id: newId("sess"), user, createdAt: Date.now() };
  client.sessions = [session];
  client.lastActiveSessionId = session.id;
  client.updatedAt = session.createdAt;
  return session;
}

export function endSessions(client: FakeClient, isEnded: (session: FakeSession) => boolean): void {
  client.sessions = client.sessions.filter((session) => !isEnded(session));
  client.lastActiveSessionId = client.sessions.at(-1)?.id ?? null;
  client.updatedAt = Date.now();
}

/** Removes the user and ends their sessions in every browser. */
export function deleteUser(state: FrontendApiState, userId: string): void {
  state.users = state.users.filter((user) => user.id !== userId);
  for (const client of state.clients.values()) {
    endSessions(client, (session) => session.user.id === userId);
  }
}
