import { openTold } from "./open-told";

/** Says which section of the post on this page has the cursor; the section that had it last. */
export const { tell: setCurrentSection, useTold: useCurrentSection } = openTold<string>();
