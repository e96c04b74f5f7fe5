import { cpSync, existsSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { runCommand } from "./run-command";

const DEBIAN = [
  ...["wordpress", "php-cli", "php-mysql", "php-curl", "php-xml", "php-mbstring", "php-gd"],
  ...["mariadb-server", "unzip"],
];
const THEME = "wordpress-theme-twentytwentythree";
/** Brings WordPress 6.7 as it was built on a night before its release, without the editor's own files. */
const BUILDS = "@wp-playground/wordpress-builds@0.9.19";

/** The older WordPress, of Debian's packages; needs root the first time. Gives its folder. */
export async function installOlderWordpress(folder: string): Promise<string> {
  const site = path.join(folder, "wordpress-6.1");
  if (existsSync(site)) return site;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  if (!existsSync("/usr/share/wordpress") || !existsSync("/usr/sbin/mariadbd"))
    await runCommand("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...DEBIAN], {
      env,
    });
  const theme = path.join(folder, "theme");
  mkdirSync(theme, { recursive: true });
  await runCommand("apt-get", ["download", "-qq", THEME], { cwd: theme });
  await runCommand("sh", ["-c", "dpkg -x *.deb unpacked"], { cwd: theme });
  const copying = { recursive: true, dereference: true };
  cpSync("/usr/share/wordpress", `${site}.new`, copying);
  for (const name of ["wp-content", "wp-config.php"])
    rmSync(`${site}.new/${name}`, { recursive: true, force: true });
  cpSync("/var/lib/wordpress/wp-content", `${site}.new/wp-content`, copying);
  const themes = "usr/share/wordpress/wp-content/themes";
  cpSync(path.join(theme, "unpacked", themes), `${site}.new/wp-content/themes`, copying);
  cpSync(`${site}.new`, site, copying);
  rmSync(`${site}.new`, { recursive: true });
  return site;
}

/** The newer WordPress, of a package of npm. Gives its folder. */
export async function installNewerWordpress(folder: string): Promise<string> {
  const site = path.join(folder, "wordpress-6.7");
  if (existsSync(site)) return site;
  const unpacked = path.join(folder, "builds");
  mkdirSync(unpacked, { recursive: true });
  await runCommand("npm", ["pack", "--silent", BUILDS], { cwd: unpacked });
  await runCommand("sh", ["-c", "tar xzf *.tgz"], { cwd: unpacked });
  const zip = path.join(unpacked, "package/src/wordpress/wp-nightly.zip");
  await runCommand("unzip", ["-q", zip, "-d", site]);
  for (const name of ["wp-config.php", "wp-content/database"])
    rmSync(path.join(site, name), { recursive: true, force: true });
  return site;
}
