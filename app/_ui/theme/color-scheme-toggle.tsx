"use client";
import { MoonIcon, SunIcon } from "../icons";
import styles from "../quiet-button.module.css";

/** Switches between light and dark, and remembers the choice in this browser. */
export function ColorSchemeToggle() {
  return (
    <button
      type="button"
      className={styles.icon}
      onClick={toggleColorScheme}
      aria-label="Switch between light and dark"
      title="Switch between light and dark"
    >
      <span className={styles.whenLight}>
        <MoonIcon />
      </span>
      <span className={styles.whenDark}>
        <SunIcon />
      </span>
    </button>
  );
}

function toggleColorScheme() {
  const root = document.documentElement;
  const dark = root.getAttribute("data-mantine-color-scheme") === "dark";
  const next = dark ? "light" : "dark";
  root.setAttribute("data-mantine-color-scheme", next);
  try {
    localStorage.setItem("mantine-color-scheme-value", next);
  } catch {
    // A browser that refuses storage keeps the choice for this page only.
  }
}
