import "server-only";
import { openCaller } from "../../calls/open-caller";
import type { KeptParts } from "../../calls/open-parts";
import { AppError } from "../../errors";
import { generatePersona } from "../persona/generate-persona";
import { persona, personaData } from "../persona/schema";
import { readStepData } from "../read-step-data";
import { discover } from "../research/discover";
import { researchData, researchPreferences } from "../research/schema";
import { analyzeWebsite } from "../website/analyze-website";
import { websiteData } from "../website/schema";
import type { StageClaim } from "./claim-stage";
import { readAbout } from "./read-about";
import type { StageReport } from "./report-stage";
import type { SetupStage } from "./schema";

/** What its calls are given goes through `remember`: a stage that has to wait goes on from there. */
type Calls = { signal: AbortSignal; remember: KeptParts["remember"] };
type Work = (claim: StageClaim, report: StageReport, calls: Calls) => Promise<unknown>;

/** Each stage with the work that its step's button starts; it returns what the step stores, or the persona by itself. */
export const STAGE_WORK: Record<SetupStage, Work> = {
  website: async ({ user, about }, { emit }, calls) => {
    const body = readAbout(about);
    const { profile } = await analyzeWebsite(user, body, { emit, ...calls });
    if ("url" in body) return websiteData.parse({ source: "site", url: body.url, profile });
    return websiteData.parse({ source: "business", business: about, profile });
  },
  research: async ({ user }, { emit, fields }, calls) => {
    const { url, profile } = websiteData.parse((await readStepData(user, "website")).data);
    const body = { description: profile.description, ...(url ? { url } : {}) };
    await discover(user, body, { emit, ...calls }).catch(passIfAlone);
    return researchData.parse({ ...fields, preferences: await readPreferences({ user }) });
  },
  persona: async ({ user, target, core: given }, { emit }, { signal, remember }) => {
    const caller = await openCaller(user, emit, signal, remember);
    const isPlatform = target !== "setup" && target !== "core";
    const body = isPlatform ? { target, core: persona.parse(given) } : { target: "core" as const };
    const core = await generatePersona(caller, body, (name, value) =>
      emit("field", { name, value }),
    );
    if (target !== "setup") return core;
    const before = personaData.safeParse((await readStepData(user, "persona")).data).data;
    return personaData.parse({ core, platforms: before?.platforms ?? {} });
  },
};

/** Nobody else writes for these readers: that is a finding, and no reason to stop. */
function passIfAlone(error: unknown): null {
  if (error instanceof AppError && error.code === "no_competitors") return null;
  throw error;
}

/** What the user has chosen for searches stays. */
async function readPreferences({ user }: Pick<StageClaim, "user">) {
  const { data } = await readStepData(user, "research");
  return researchData.safeParse(data).data?.preferences ?? researchPreferences.parse({});
}
