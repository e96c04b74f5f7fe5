const encoder = new TextEncoder();

/** Answers with pieces of text as the client takes them; a client that hangs up ends their making. */
export function streamText(
  pieces: AsyncGenerator<string>,
  headers: Record<string, string>,
): Response {
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => {
      await pieces.return(undefined);
    },
  });
  return new Response(body, { headers });
}
