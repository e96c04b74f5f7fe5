"use client";
import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import type { ReactNode } from "react";
import { resolveCssVariables, theme } from "./theme";

type ThemeProviderProps = { nonce: string | undefined; children: ReactNode };

/** Mantine with the product's theme and its toasts. `nonce` goes to Mantine's inline style tags. */
export function ThemeProvider({ nonce, children }: ThemeProviderProps) {
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      cssVariablesResolver={resolveCssVariables}
      getStyleNonce={nonce ? () => nonce : undefined}
    >
      <Notifications position="bottom-right" autoClose={6000} />
      {children}
    </MantineProvider>
  );
}
