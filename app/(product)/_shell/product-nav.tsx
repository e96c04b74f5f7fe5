"use client";
import Link, { useLinkStatus } from "next/link";
import { usePathname } from "next/navigation";
import styles from "./shell.module.css";

const LINKS = [
  { href: "/posts", label: "Posts", isCurrent: (path: string) => /^\/posts(?!\/new)/.test(path) },
  { href: "/posts/new", label: "New post", isCurrent: (path: string) => path === "/posts/new" },
  {
    href: "/onboarding/api-keys",
    label: "API keys",
    isCurrent: (path: string) => path === "/onboarding/api-keys",
  },
  { href: "/usage", label: "Usage", isCurrent: (path: string) => path === "/usage" },
  {
    href: "/settings",
    label: "Settings",
    isCurrent: (path: string) => path === "/settings" || /^\/onboarding\/(?!api-keys)/.test(path),
  },
] as const;

/** The places of the product, with the current one marked. */
export function ProductNav() {
  const path = usePathname();
  return (
    <nav className={styles.nav} aria-label="Main">
      <ul className={styles.links}>
        {LINKS.map(({ href, label, isCurrent }) => (
          <li key={href}>
            <Link
              href={href}
              className={styles.link}
              aria-current={isCurrent(path) ? "page" : undefined}
            >
              <NavLabel>{label}</NavLabel>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Marked as soon as its link is followed, before the page is there. */
function NavLabel({ children }: { children: string }) {
  const { pending } = useLinkStatus();
  return <span data-pending={pending}>{children}</span>;
}
