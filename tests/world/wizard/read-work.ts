import { createParser, type EventSourceMessage } from "eventsource-parser";
import { z } from "zod";
import { type WorkEvents, type WorkEventType, workEvents } from "@/lib/http/schema";

/** An event of long work, as its schema has it. */
export type WorkEvent = {
  [Type in WorkEventType]: { type: Type; data: WorkEvents[Type] };
}[WorkEventType];

/** All events of long work that ends by itself. @throws when one is not of its schema. */
export async function readWork(answer: Response): Promise<WorkEvent[]> {
  const text = await answer.text();
  if (!answer.headers.get("content-type")?.startsWith("text/event-stream"))
    throw new Error(`No event stream: ${answer.status} ${text}`);
  const messages: EventSourceMessage[] = [];
  createParser({ onEvent: (message) => messages.push(message) }).feed(text);
  return messages.map(toEvent);
}

/** The fields that arrived, by name. */
export function readFields(events: WorkEvent[]): Record<string, unknown> {
  return Object.fromEntries(
    events.flatMap((event) =>
      event.type === "field" ? [[event.data.name, event.data.value]] : [],
    ),
  );
}

const anyEvent = z.discriminatedUnion("type", [
  z.object({ type: z.literal("progress"), data: workEvents.progress }),
  z.object({ type: z.literal("wait"), data: workEvents.wait }),
  z.object({ type: z.literal("field"), data: workEvents.field }),
  z.object({ type: z.literal("cost"), data: workEvents.cost }),
  z.object({ type: z.literal("error"), data: workEvents.error }),
  z.object({ type: z.literal("done"), data: workEvents.done }),
]);

function toEvent({ event, data }: EventSourceMessage): WorkEvent {
  return anyEvent.parse({ type: event, data: JSON.parse(data) });
}
