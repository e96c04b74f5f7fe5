import { useEffect, useState } from "react";

/** Connects once the client is ready, and again when it is asked to; what goes wrong is told. */
export function useConnection(
  isReady: boolean,
  connect: () => Promise<void>,
  onFailure: (error: unknown) => void,
) {
  const [connected, setConnected] = useState(false);
  const [tries, setTries] = useState(1);
  useEffect(() => {
    if (!isReady || tries === 0) return;
    let left = false;
    const open = async () => {
      await connect();
      if (!left) setConnected(true);
    };
    // React mounts twice while it looks for faults: only the second one may connect.
    const timer = setTimeout(
      () => void open().catch((error: unknown) => !left && onFailure(error)),
      0,
    );
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [isReady, connect, onFailure, tries]);
  return { connected, connectAgain: () => setTries((before) => before + 1) };
}
