"use client";
import { Button } from "@mantine/core";
import dynamic from "next/dynamic";
import type { AccountProps } from "./account-props";

/** The server has said who this is: Clerk's 50 KB come after the page can be used. */
export const Account = dynamic<AccountProps>(
  () => import("./user-menu").then((module) => module.UserMenu),
  { ssr: false, loading: () => <Waiting /> },
);

const Waiting = () => (
  <Button variant="default" size="xs" disabled>
    Account
  </Button>
);
