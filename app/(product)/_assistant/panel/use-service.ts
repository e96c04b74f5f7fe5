import { useEffect, useState } from "react";
import { z } from "zod";
import { requestJson } from "@/app/_ui/messages/problem";
import type { Service } from "./connection";

const PUBLIC_KEY_URL = "/api/onboarding/api-keys/copilotkit/public";
const CHOICE = (userId: string) => `alwrity:${userId}:assistant-service`;
const KEY = (userId: string) => `alwrity:${userId}:copilotkit-public-key`;

/** The service that answers, and the way to the other one, which takes a saved CopilotKit key. */
export type ServiceChoice = {
  service: Service;
  cloudKey: string | null;
  choose: (kind: Service["kind"]) => void;
};

/** Copilot Cloud is used only where its user has chosen it; a key that changes counts at once. */
export function useService(userId: string, hasCloudKey: boolean): ServiceChoice {
  const [cloudKey, setCloudKey] = useState<string | null>(null);
  const [kind, setKind] = useState<Service["kind"]>("own");
  useEffect(() => {
    const read = () => {
      const stored = readStored(KEY(userId));
      setCloudKey(stored);
      if (!stored && hasCloudKey) void readPublicKey().then(setCloudKey);
      setKind(readStored(CHOICE(userId)) === "cloud" ? "cloud" : "own");
    };
    read();
    window.addEventListener("copilotkit-key-changed", read);
    return () => window.removeEventListener("copilotkit-key-changed", read);
  }, [userId, hasCloudKey]);
  return {
    service: kind === "cloud" && cloudKey ? { kind, publicKey: cloudKey } : { kind: "own" },
    cloudKey,
    choose: (chosen) => {
      store(CHOICE(userId), chosen);
      setKind(chosen);
    },
  };
}

/** In development no key is kept in the browser; without a saved key there is none. */
async function readPublicKey(): Promise<string | null> {
  const answer = await requestJson(PUBLIC_KEY_URL, z.object({ publicKey: z.string().min(1) }));
  return answer.ok ? answer.value.publicKey : null;
}

function readStored(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function store(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // A browser without storage asks again on the next page.
  }
}
