// Loaded into child processes with --import: a child ends when its parent is gone, so that a kill -9
// leaves no server behind that would hold its port and its lock.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.exit(1);
}, 300).unref();
