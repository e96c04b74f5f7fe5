import { createParser, type EventSourceMessage } from "eventsource-parser";
import { applyEvent, emptyDocument } from "@/lib/blog/apply-event";
import type { PostDocument, PostEvent } from "@/lib/blog/schema";

/** The events of an SSE answer as they arrive. Leaving the loop hangs up. */
export async function* readEvents(answer: Response): AsyncGenerator<PostEvent> {
  if (!answer.headers.get("content-type")?.startsWith("text/event-stream"))
    throw new Error(`No event stream: ${answer.status} ${await answer.text()}`);
  const decoder = new TextDecoder();
  const pending: EventSourceMessage[] = [];
  const parser = createParser({ onEvent: (message) => pending.push(message) });
  for await (const bytes of answer.body ?? []) {
    parser.feed(decoder.decode(bytes, { stream: true }));
    for (const message of pending.splice(0)) yield toEvent(message);
  }
}

function toEvent({ id, event, data }: EventSourceMessage): PostEvent {
  return JSON.parse(`{"id":${id},"type":${JSON.stringify(event)},"data":${data}}`);
}

/** All events of a stream that ends by itself. */
export async function collectEvents(answer: Response): Promise<PostEvent[]> {
  const events: PostEvent[] = [];
  for await (const event of readEvents(answer)) events.push(event);
  return events;
}

/** The events of a stream up to the first of a type; whoever reads them hangs up there. */
export async function readUntil(type: PostEvent["type"], answer: Response): Promise<PostEvent[]> {
  const events: PostEvent[] = [];
  for await (const event of readEvents(answer)) {
    events.push(event);
    if (event.type === type) return events;
  }
  throw new Error(`The run ended without ${type}.`);
}

/** What a page holds that applied the events in order. */
export function fold(topic: string, events: PostEvent[]): PostDocument {
  return events.reduce(applyEvent, emptyDocument(topic));
}
