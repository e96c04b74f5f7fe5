import "server-only";
import type { Publisher } from "../publisher";
import { GHOST_MOST, readFacts } from "./read-facts";
import { findPost, readPost } from "./read-post";
import { createPost, updatePost } from "./save-post";
import { GHOST_INSIDE, testLogin } from "./test-login";
import { uploadPicture } from "./upload-picture";

/** Ghost 5 or newer, through its Admin API and the key of a custom integration. */
export const ghost = {
  card: {
    kind: "ghost",
    name: "Ghost",
    site: { label: "Admin address", placeholder: "blog.example.org" },
    username: null,
    secret: { label: "Admin API key", placeholder: "24 hexadecimal digits : 64 more" },
    inside: GHOST_INSIDE,
    secretPage: { path: "/ghost/#/settings/integrations", label: "Open your integrations" },
    steps: [
      "In Ghost Admin open Settings → Integrations.",
      "Choose “Add custom integration” and name it ALwrity.",
      "Copy the Admin API key and paste it here.",
    ],
  },
  test: testLogin,
  keepsIds: false,
  most: GHOST_MOST,
  readFacts,
  create: createPost,
  read: readPost,
  update: updatePost,
  find: findPost,
  upload: uploadPicture,
} as const satisfies Publisher;
