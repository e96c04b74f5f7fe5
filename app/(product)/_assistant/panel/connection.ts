import { CopilotKitCoreReact } from "@copilotkit/react-core/v2/context";

/** Which service answers: ours, on the user's Gemini key, or Copilot Cloud, on their own account there. */
export type Service = { kind: "own" } | { kind: "cloud"; publicKey: string };

const CLOUD_URL = "https://api.cloud.copilotkit.ai/copilotkit/v1";
const CLOUD_HEADER = "x-copilotcloud-public-api-key";

/**
 * A client of one service. Ours keeps the conversation, so that it is sent the newest message alone;
 * the inspector, licence checks and frontend tools of the stock provider are left out.
 */
export function openClient(service: Service): CopilotKitCoreReact {
  if (service.kind === "own")
    return new CopilotKitCoreReact({
      runtimeUrl: "/api/copilotkit",
      runtimeTransport: "rest",
      deferInitialConnection: true,
      messageFilter: (messages) => messages.slice(-1),
    });
  return new CopilotKitCoreReact({
    runtimeUrl: CLOUD_URL,
    runtimeTransport: "single",
    deferInitialConnection: true,
    headers: { [CLOUD_HEADER]: service.publicKey },
  });
}
