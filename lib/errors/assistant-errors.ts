import type { ErrorRow } from "./error-row";

/** The rows of the error table that concern the assistant. */
export const ASSISTANT_ERRORS = {
  assistant_busy: {
    status: 409,
    title: "An answer is being written in this conversation",
    detail: "Wait until it is finished, or stop it.",
  },
  already_decided: {
    status: 409,
    title: "This was decided already",
    detail: "Nothing was done a second time. Reload to see what came of it.",
  },
  calls_used: {
    status: 409,
    title: "The answer used all the calls that one message may take",
    detail: "Nothing more was asked of your model. Say how to go on in another message.",
  },
  which_post: {
    status: 422,
    title: "It is not clear which post is meant",
    detail: "Open the post, or say which one.",
  },
} as const satisfies Record<string, ErrorRow>;
