"use client";
import { ClerkProvider, useClerk, useUser } from "@clerk/nextjs";
import { Button, Popover } from "@mantine/core";
import { forgetStoredKeys } from "../browser-storage";
import styles from "../shell.module.css";
import type { AccountProps } from "./account-props";

/** Who is signed in, and the way out, with the part of Clerk that keeps the session alive. */
export function UserMenu({ options }: AccountProps) {
  return (
    <ClerkProvider {...options}>
      <Menu />
    </ClerkProvider>
  );
}

/** Signing out also clears what this browser keeps. */
function Menu() {
  const { signOut } = useClerk();
  const { user } = useUser();
  const leave = () => {
    forgetStoredKeys();
    void signOut({ redirectUrl: "/" });
  };
  return (
    <Popover position="bottom-end" width={240} trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" size="xs">
          Account
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={styles.account} aria-label="Account">
        <p>{user?.primaryEmailAddress?.emailAddress ?? "You are signed in."}</p>
        <Button variant="default" size="xs" onClick={leave}>
          Sign out
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
