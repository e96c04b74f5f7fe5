import type { ClerkProvider } from "@clerk/nextjs";
import type { ComponentProps } from "react";

/** What Clerk is told, as the server knows it. */
export type AccountProps = { options: Omit<ComponentProps<typeof ClerkProvider>, "children"> };
