import { useCallback, useEffect, useState } from "react";

/** Connects once the client is ready, and again when it is asked to; what goes wrong is told. */
export function useConnection(
  isReady: boolean,
  connect: () => Promise<void>,
  onFailure: (error: unknown) => void,
) {
  const [connected, setConnected] = useState(false);
  const open = useCallback(
    () => void connect().then(() => setConnected(true), onFailure),
    [connect, onFailure],
  );
  useEffect(() => {
    if (!isReady) return;
    // React mounts twice while it looks for faults: only the second one may connect.
    const timer = setTimeout(open, 0);
    return () => clearTimeout(timer);
  }, [isReady, open]);
  return { connected, connectAgain: open };
}
