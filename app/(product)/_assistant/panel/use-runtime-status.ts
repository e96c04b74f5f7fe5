import { useCopilotKit } from "@copilotkit/react-core/v2/headless";
import { useSyncExternalStore } from "react";

/**
 * Whether the client could not reach its service, and how it asks again. CopilotKit's own hooks hear of
 * a change only once they are in the page: an answer that comes while they are drawn would leave them
 * waiting for ever.
 */
export function useRuntimeStatus(): { failed: boolean; tryAgain: () => void } {
  const { copilotkit } = useCopilotKit();
  const read = () => copilotkit.runtimeConnectionStatus;
  const listen = (onRuntimeConnectionStatusChanged: () => void) => {
    const heard = copilotkit.subscribe({ onRuntimeConnectionStatusChanged });
    return () => heard.unsubscribe();
  };
  const failed = useSyncExternalStore(listen, read, read) === "error";
  const tryAgain = () => {
    const { runtimeUrl } = copilotkit;
    // The client asks again only for another address.
    copilotkit.setRuntimeUrl(undefined);
    copilotkit.setRuntimeUrl(runtimeUrl);
  };
  return { failed, tryAgain };
}
