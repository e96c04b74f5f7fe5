"use client";
import { useEffect } from "react";
import { z } from "zod";
import { requestJson } from "@/app/_ui/messages/problem";
import { announceCopilotKey, forgetOtherUsers, keepCopilotKey } from "./browser-storage";

const PUBLIC_KEY_URL = "/api/onboarding/api-keys/copilotkit/public";
const answer = z.object({ publicKey: z.string().min(1) });

type CopilotKeyKeeperProps = {
  userId: string;
  /** Changes whenever another key is saved; null without one. */
  version: string | null;
  /** Production: the key is kept in this browser. Development: the page is only told that it changed. */
  remember: boolean;
};

/** Keeps the owner's Copilot Cloud public key in this browser, under a name that carries the user id. */
export function CopilotKeyKeeper({ userId, version, remember }: CopilotKeyKeeperProps) {
  useEffect(() => {
    if (!remember) return announceCopilotKey();
    forgetOtherUsers(userId);
    if (version === null) return keepCopilotKey(userId, null);
    let left = false;
    void requestJson(PUBLIC_KEY_URL, answer).then((result) => {
      if (!left && result.ok) keepCopilotKey(userId, result.value.publicKey);
    });
    return () => {
      left = true;
    };
  }, [userId, version, remember]);
  return null;
}
