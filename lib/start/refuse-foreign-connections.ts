import "server-only";
import { Server, type Socket } from "node:net";

const LOOPBACK = /^(127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3})$/;

/**
 * Makes every server of this process hang up on other machines. In development there is no sign-in,
 * and plain `next dev` listens on all addresses while a `Host` header is the client's own choice.
 */
export function refuseForeignConnections(): void {
  const { emit } = Server.prototype;
  Server.prototype.emit = function emitLocal(this: Server, event: string, ...details: unknown[]) {
    const [socket] = details;
    if (event === "connection" && isForeign(socket)) return Boolean(hangUp(socket));
    return Reflect.apply(emit, this, [event, ...details]);
  };
}

function isForeign(socket: unknown): socket is Socket {
  const address =
    (socket instanceof Object && "remoteAddress" in socket && socket.remoteAddress) || "";
  return typeof address === "string" && address !== "" && !LOOPBACK.test(address);
}

function hangUp(socket: Socket): Socket {
  return socket.destroy();
}
