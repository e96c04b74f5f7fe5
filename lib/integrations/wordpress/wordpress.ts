import "server-only";
import type { Publisher } from "../publisher";
import { readFacts, WORDPRESS_MOST } from "./read-facts";
import { findPost, readPost } from "./read-post";
import { createPost, updatePost } from "./save-post";
import { testLogin, WORDPRESS_INSIDE } from "./test-login";
import { uploadPicture } from "./upload-picture";

/** WordPress 5.6 or newer, through its REST interface and an application password. */
export const wordpress = {
  card: {
    kind: "wordpress",
    name: "WordPress",
    site: { label: "Site address", placeholder: "blog.example.org" },
    username: { label: "User", placeholder: "anna" },
    secret: { label: "Application password", placeholder: "xxxx xxxx xxxx xxxx xxxx xxxx" },
    inside: WORDPRESS_INSIDE,
    secretPage: {
      path: "/wp-admin/profile.php#application-passwords-section",
      label: "Open your application passwords",
    },
    steps: [
      "In WordPress open Users → Profile.",
      "Under “Application Passwords” enter the name ALwrity and choose “Add”.",
      "Copy the password and paste it here. It is not your login password.",
    ],
  },
  test: testLogin,
  keepsIds: true,
  most: WORDPRESS_MOST,
  readFacts,
  create: createPost,
  read: readPost,
  update: updatePost,
  find: findPost,
  upload: uploadPicture,
} as const satisfies Publisher;
