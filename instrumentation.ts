/** Runs once when a server starts: guards its output, checks its configuration, readies its database. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startServer } = await import("./lib/start/start-server");
  await startServer();
}
