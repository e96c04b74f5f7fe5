/** What CopilotKit's client asks a runtime before everything else. Version: of the client that we ship. */
export const INFO = {
  version: "1.74.0",
  agents: { default: { name: "default", description: "", className: "Assistant" } },
  audioFileTranscriptionEnabled: false,
  mode: "sse",
  suggestions: false,
  a2uiEnabled: false,
  openGenerativeUIEnabled: false,
  telemetryDisabled: true,
} as const;
