// Loaded with --import: every connection but to this machine is refused, and told on the error output.
import { Socket } from "node:net";

const LOCAL = new Set(["localhost", "127.0.0.1", "::1", undefined]);
const { connect } = Socket.prototype;

Socket.prototype.connect = function (...words) {
  const [first, second] = Array.isArray(words[0]) ? words[0] : words;
  const host = typeof first === "object" && first !== null ? first.host : second;
  if (LOCAL.has(typeof host === "string" ? host : undefined)) return connect.apply(this, words);
  process.stderr.write(`refused the network: ${host}\n`);
  return this.destroy(new Error(`The network is shut off: ${host}`));
};
