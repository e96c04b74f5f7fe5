// Loaded into a test's server with --import: its name servers are one that never answers.
import { createSocket } from "node:dgram";
import dns from "node:dns";
import { syncBuiltinESMExports } from "node:module";

const socket = createSocket("udp4").bind(0, "127.0.0.1").unref();
const { Resolver } = dns.promises;
dns.promises.Resolver = class extends Resolver {
  constructor(options) {
    super(options);
    this.setServers([`127.0.0.1:${socket.address().port}`]);
  }
};
syncBuiltinESMExports();
