import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "playwright";

/** The shell first: it is Chromium without the windows that nobody sees in a test. */
const SYSTEM = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];
const HOW = `There is no Chromium for the browser tests, and none could be fetched. Install one:
  npx playwright install chromium                 where Playwright's downloads are reachable
  sudo apt-get install chromium-headless-shell    on Debian and Ubuntu
or set CHROMIUM_PATH to one that is there.`;

/**
 * A Chromium for the browser tests: the one of `CHROMIUM_PATH`, Playwright's, the system's; else one
 * is downloaded by Playwright, or installed from Debian's packages when root.
 *
 * @throws Error that says how to install one.
 */
export function findChromium(): string {
  const found =
    lookForChromium() ?? (download() || installFromDebian() ? lookForChromium() : undefined);
  if (!found) throw new Error(HOW);
  return found;
}

function lookForChromium(): string | undefined {
  const candidates = [process.env.CHROMIUM_PATH, chromium.executablePath(), ...SYSTEM];
  return candidates.find((path) => path && existsSync(path));
}

function download(): boolean {
  console.log("Downloading Chromium with Playwright …");
  return (
    spawnSync("npx", ["playwright", "install", "chromium"], { stdio: "ignore", timeout: 180_000 })
      .status === 0
  );
}

function installFromDebian(): boolean {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return false;
  console.log("Installing Chromium from Debian's packages …");
  const run = (...words: string[]) =>
    execFileSync("apt-get", words, {
      stdio: "ignore",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  run("update");
  run("install", "-y", "--no-install-recommends", "chromium-headless-shell");
  return true;
}
