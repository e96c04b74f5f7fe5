"use client";
import { Button } from "@mantine/core";
import Link from "next/link";
import type { ReactNode } from "react";

type LinkButtonProps = { href: string; variant?: "filled" | "default"; children: ReactNode };

/** A link to a page of this site that looks like a button. */
export function LinkButton({ href, variant = "filled", children }: LinkButtonProps) {
  return (
    <Button component={Link} href={href} variant={variant}>
      {children}
    </Button>
  );
}
