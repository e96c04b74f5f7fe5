"use client";
import dynamic from "next/dynamic";

/** The form of each step in a piece of its own: a page of the wizard loads that of its step alone. */
export const ApiKeysForm = dynamic(() =>
  import("./api-keys/api-keys-form").then((module) => module.ApiKeysForm),
);
export const WebsiteForm = dynamic(() =>
  import("./website/website-form").then((module) => module.WebsiteForm),
);
export const ResearchForm = dynamic(() =>
  import("./research/research-form").then((module) => module.ResearchForm),
);
export const PersonaForm = dynamic(() =>
  import("./persona/persona-form").then((module) => module.PersonaForm),
);
export const SitesPanel = dynamic(() =>
  import("./integrations/sites-panel").then((module) => module.SitesPanel),
);
