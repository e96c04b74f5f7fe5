import "server-only";
import type { EventResult, World } from "@workflow/world";

/**
 * A world in which a step is queued by whoever has created it, and by nobody again. The engine queues
 * all open steps of a run at each replay, in case one was lost. On one server it drops what it has
 * already; another begins the step a second time, finds it busy, has its run sleep and be replayed, which
 * queues all of them once more. Here a lost step is found by its silence, and its run gone on with.
 */
export function queueStepsOnce(world: World): World {
  const created = new Set<string>();
  const create = new Proxy(world.events.create, {
    apply: async (target, self, given) => {
      const result: EventResult = await Reflect.apply(target, self, given);
      if (result.event?.eventType === "step_created") created.add(result.event.correlationId);
      return result;
    },
  });
  const queue: World["queue"] = async (name, message, options) => {
    const stepId = "stepId" in message ? message.stepId : undefined;
    if (stepId !== undefined && !created.has(stepId)) return { messageId: null };
    const queued = await world.queue(name, message, options);
    if (stepId !== undefined) created.delete(stepId);
    return queued;
  };
  return { ...world, events: { ...world.events, create }, queue };
}
