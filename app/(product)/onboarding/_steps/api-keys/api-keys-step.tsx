import { listApiKeys } from "@/lib/keys/list-api-keys";
import { listKeyEvents } from "@/lib/keys/list-key-events";
import { listProviderCards } from "@/lib/providers/list-provider-cards";
import { describeSite } from "@/lib/site/describe-site";
import frame from "../../_frame/frame.module.css";
import type { StepProps } from "../../step-props";
import { ApiKeysForm } from "../step-forms";
import { KeepKeys } from "./keep-keys";
import { KeyTimeline } from "./key-timeline";
import { NextThing } from "./next-thing";

/** Step 1: the user's own keys. Saving every required one completes it. */
export async function ApiKeysStep({ user, state }: StepProps) {
  const [keys, timeline] = await Promise.all([listApiKeys(user), listKeyEvents(user)]);
  const cards = listProviderCards();
  const completed = state.steps.some(
    (step) => step.id === "api-keys" && step.status === "completed",
  );
  const missing = cards.some(
    (card) => card.required && keys.every((key) => key.provider !== card.id),
  );
  const place =
    describeSite().mode === "development"
      ? "They are written to .env.local and the local database of this computer."
      : "They are encrypted before they are stored, and only their last four characters are shown again.";
  return (
    <>
      <p className={frame.lead}>{place}</p>
      <ApiKeysForm cards={cards} initialKeys={keys} />
      {!missing && (completed ? <NextThing /> : <KeepKeys />)}
      <KeyTimeline
        key={timeline.events[0]?.id ?? 0}
        initial={timeline}
        names={Object.fromEntries(cards.map((card) => [card.id, card.name]))}
      />
    </>
  );
}
