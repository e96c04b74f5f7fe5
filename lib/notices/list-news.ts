import "server-only";
import type { UserId } from "../auth/user-id";
import { findKeyProblems } from "../keys/find-key-problems";
import { listApiKeys } from "../keys/list-api-keys";
import { listNotices } from "./list-notices";
import type { NoticeList } from "./schema";

/** What `GET /api/notices` answers: the notices, and which keys their providers refuse just now. */
export async function listNews(user: UserId): Promise<NoticeList> {
  const [list, keys] = await Promise.all([listNotices(user), listApiKeys(user)]);
  return { ...list, refusedKeys: findKeyProblems(keys).map(nameProblem) };
}

function nameProblem({ provider, code }: { provider: string; code: string }): string {
  return `${provider} ${code}`;
}
