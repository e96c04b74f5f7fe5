import "server-only";
import { nameKey } from "../../keys/name-key";
import { listProviderCards } from "../../providers/list-provider-cards";
import { nameOperation } from "../name-operation";
import type { Grouping } from "../schema";

const NONE = {
  day: "No day",
  post: "No post",
  provider: "No provider",
  model: "No model: searches and pages",
  key: "A key that was not saved",
  operation: "No operation",
} satisfies Record<Grouping, string>;

/**
 * What people call a group.
 *
 * @param title of the post, where the group is one that is still there.
 */
export function nameGroup(by: Grouping, id: string | null, title: string | null): string {
  if (id === null) return NONE[by];
  if (by === "post") return title ?? "A deleted post";
  if (by === "provider") return nameProvider(id);
  if (by === "operation") return nameOperation(id);
  if (by !== "key") return id;
  const [provider = "", version = ""] = id.split(" ");
  return nameKey(nameProvider(provider), Number(version));
}

function nameProvider(id: string): string {
  return listProviderCards().find((card) => card.id === id)?.name ?? id;
}
