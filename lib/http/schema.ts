import { z } from "zod";

/**
 * The events of long work as `text/event-stream`: `progress` counts pieces, `wait` is the moment (ISO
 * 8601 in UTC) until which a quota is waited for, `field` is one finished field of the result, `cost`
 * is US dollars so far, and either `error` or `done` is the last one.
 */
export const workEvents = {
  progress: z.object({ done: z.number(), total: z.number(), label: z.string() }),
  wait: z.object({ until: z.string() }),
  field: z.object({ name: z.string(), value: z.unknown() }),
  cost: z.object({ usd: z.number() }),
  error: z.object({
    code: z.string(),
    provider: z.string().optional(),
    retryAfter: z.number().optional(),
  }),
  done: z.object({ data: z.unknown() }),
} as const;

export type WorkEventType = keyof typeof workEvents;
/** The payload of each event. */
export type WorkEvents = { [Type in WorkEventType]: z.infer<(typeof workEvents)[Type]> };
/** Sends one event to whoever waits for the work. */
export type EmitWork = <Type extends WorkEventType>(type: Type, data: WorkEvents[Type]) => void;
