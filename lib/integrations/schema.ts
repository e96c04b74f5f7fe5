import { z } from "zod";
import { MASK_CHARACTER } from "../keys/schema";
import { KEY_STATUSES } from "../providers/schema";
import { storableText } from "../text/storable-text";

/** Every publishing system a site may run on; `registry.ts` describes each. */
export const PUBLISHER_KINDS = ["wordpress", "ghost"] as const;
export const publisherKind = z.enum(PUBLISHER_KINDS);
export type PublisherKind = z.infer<typeof publisherKind>;

/** What the form of a publishing system shows; plain data, safe for the browser. */
export type PublisherCard = {
  kind: PublisherKind;
  name: string;
  /** The address field. */
  site: { label: string; placeholder: string };
  /** The user field; null where the key names its own user. */
  username: { label: string; placeholder: string } | null;
  secret: { label: string; placeholder: string };
  /** How to get the password or key, one line a step. */
  steps: readonly string[];
};

const line = (max: number) =>
  z.string().overwrite(storableText).trim().min(1, "Fill this in.").max(max);

/** Body of `POST /api/integrations`. Connecting the same site again replaces its login. */
export const connectBody = z.strictObject({
  kind: publisherKind,
  siteUrl: line(2_000),
  username: line(200).optional(),
  secret: line(512).refine((text) => !text.includes(MASK_CHARACTER), {
    message: "This is the masked form of a saved secret. Paste the whole one.",
  }),
});
export type ConnectBody = z.infer<typeof connectBody>;

/** Body of `PATCH /api/integrations/{id}`: posts go to the primary site unless told otherwise. */
export const changeBody = z.strictObject({ isPrimary: z.literal(true) });

/** A connected site as its owner sees it: never the secret. Times are ISO 8601 in UTC. */
export const integration = z.object({
  id: z.string(),
  kind: publisherKind,
  siteUrl: z.string(),
  username: z.string().nullable(),
  masked: z.string(),
  isPrimary: z.boolean(),
  status: z.enum(KEY_STATUSES),
  checkedAt: z.string().nullable(),
});
export type Integration = z.infer<typeof integration>;

/** Answer of every `/api/integrations` route but the deletion. */
export const integrationsAnswer = z.object({ integrations: z.array(integration) });
