import type { ErrorRow } from "./error-row";
import { KEYS_PAGE } from "./key-errors";

/** What is in the way with a user's key before any provider sees it. */
export const KEPT_KEY_ERRORS = {
  key_missing: {
    status: 409,
    title: "A key is missing",
    detail: "Save your own key first; nobody else's is ever used.",
    fixUrl: KEYS_PAGE,
  },
  key_undecryptable: {
    status: 409,
    title: "Your saved key cannot be read",
    detail: "It was changed or moved since you saved it. Enter your key again.",
    fixUrl: KEYS_PAGE,
  },
  key_of_shell: {
    status: 409,
    title: "This key comes from the shell that started the server",
    detail:
      "It cannot be deleted here. Unset its variable in that shell, and start the server again.",
    fixUrl: KEYS_PAGE,
  },
} as const satisfies Record<string, ErrorRow>;
