import type { EventType, PostEvent } from "@/lib/blog/schema";

const EVENT_TYPES = Object.keys({
  stage: true,
  used: true,
  model: true,
  remark: true,
  query: true,
  source: true,
  outline: true,
  links: true,
  "section-start": true,
  "section-delta": true,
  "section-reset": true,
  citation: true,
  verdict: true,
  cost: true,
  wait: true,
  "needs-key": true,
  seo: true,
  "seo-reset": true,
  error: true,
  done: true,
} satisfies Record<EventType, true>);

/** Words arrive faster than a page can usefully draw: events are handed on in bundles, every so many ms. */
const BUNDLE_MS = 60;
/** A stream that was refused is asked for again after so long, then after twice as long, up to a limit. */
const RETRY_MS = { first: 3_000, most: 30_000 };

type FollowOptions = {
  id: string;
  after: number;
  onEvents: (events: PostEvent[]) => void;
  onConnection: (connected: boolean) => void;
};

/**
 * Follows the events of a post until it is told to stop: a `done` is the end only where nothing
 * follows it, as in the post of a run that was resumed. The browser reconnects by itself; a
 * connection that was refused is tried again from the last event.
 *
 * @returns a function that stops following.
 */
export function followPost({ id, after, onEvents, onConnection }: FollowOptions): () => void {
  let last = after;
  let ended = false;
  let refusals = 0;
  let waiting: PostEvent[] = [];
  let stream = open();
  let retry: ReturnType<typeof setTimeout> | undefined;
  const drawing = setInterval(flush, BUNDLE_MS);
  document.addEventListener("visibilitychange", comeBack);

  function open(): EventSource {
    const opened = new EventSource(`/api/blog/posts/${id}/events?after=${last}`);
    opened.onopen = () => {
      refusals = 0;
      onConnection(true);
    };
    for (const type of EVENT_TYPES) opened.addEventListener(type, hear);
    return opened;
  }
  /** The browser says "error" too when the connection breaks; only the server's own carries data. */
  function hear(event: Event) {
    if (event instanceof MessageEvent) receive(event);
    else reopen();
  }
  function receive(message: MessageEvent<string>) {
    const event = readEvent(message);
    last = Math.max(last, event.id);
    waiting.push(event);
    ended = event.type === "done";
  }
  function reopen() {
    if (ended) return;
    onConnection(false);
    if (stream.readyState !== EventSource.CLOSED) return;
    const later = Math.min(RETRY_MS.most, RETRY_MS.first * 2 ** refusals);
    refusals += 1;
    retry = setTimeout(() => {
      stream = open();
    }, later);
  }
  /** A server that has ended the oldest of many streams waits until its page is looked at. */
  function comeBack() {
    if (ended || document.hidden || stream.readyState === EventSource.OPEN) return;
    clearTimeout(retry);
    stream.close();
    stream = open();
  }
  function flush() {
    if (waiting.length > 0) onEvents(waiting);
    waiting = [];
  }
  function stop() {
    flush();
    clearInterval(drawing);
    clearTimeout(retry);
    document.removeEventListener("visibilitychange", comeBack);
    stream.close();
  }
  return stop;
}

/** A frame of the stream: its type is the name of a listener, its data what the server stored. */
function readEvent(message: MessageEvent<string>): PostEvent {
  const frame = { id: Number(message.lastEventId), type: message.type, data: message.data };
  return JSON.parse(`{"id":${frame.id},"type":${JSON.stringify(frame.type)},"data":${frame.data}}`);
}
