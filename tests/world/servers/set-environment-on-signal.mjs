// Loaded into a test's server with --import: a signal sets, after the start, the variables in PLANTED.
const planted = JSON.parse(process.env.PLANTED ?? "{}");
delete process.env.PLANTED;
process.on("SIGUSR2", () => Object.assign(process.env, planted));
