/**
 * What the setup in one press makes, in this order: each is a step of the wizard. In a file that loads
 * nothing, since the engine loads what the order of a setup needs anew for each of its stages.
 */
export const SETUP_STAGES = ["website", "research", "persona"] as const;
