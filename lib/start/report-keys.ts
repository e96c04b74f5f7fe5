import "server-only";
import { LOCAL_DEVELOPER } from "../auth/user-id";
import { listInvisible, openEnvFileStore } from "../keys/stores/env-file";
import { log } from "../logs/log";
import { completeStep } from "../onboarding/complete-step";
import { getProvider } from "../providers/registry";
import { PROVIDER_IDS } from "../providers/schema";

/**
 * Tells a developer at start which required keys are missing, by name. Keys that are all there
 * already, in the shell or in `.env.local`, complete the wizard's first step.
 */
export async function reportKeys(): Promise<void> {
  for (const { variable, code, place } of await listInvisible())
    log.warn(
      { variable },
      `${variable} has an invisible character (${code}) at place ${place}: it is read without it`,
    );
  const keys = await openEnvFileStore().list(LOCAL_DEVELOPER);
  const isSet = (id: string) => keys.some(({ provider }) => provider === id);
  const missing = PROVIDER_IDS.filter((id) => getProvider(id).card.required && !isSet(id));
  if (missing.length > 0) {
    log.warn({ missing }, "Required keys are missing: save them at /onboarding/api-keys");
    return;
  }
  log.info("All required keys are set");
  await completeStep(LOCAL_DEVELOPER, "api-keys");
}
