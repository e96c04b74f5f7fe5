/**
 * The circles of a graph: groups of nodes each of which can be reached from every other (Tarjan's
 * strongly connected components of more than one node), without recursion.
 *
 * @param graph what each node leads to; nodes that it does not name lead nowhere.
 */
export function findCircles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const forward = orderByEnd(graph);
  const backward = turnRound(graph);
  const seen = new Set<string>();
  const groups = forward.toReversed().map((node) => collect(node, backward, seen));
  return groups.filter((group) => group.length > 1).map((group) => group.sort());
}

/** Nodes in the order in which a walk has seen all that they lead to. */
function orderByEnd(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const seen = new Set<string>();
  return [...graph.keys()].flatMap((node) => collect(node, graph, seen));
}

/** All that is reached from a node and was not seen, each behind what it leads to. */
function collect(
  from: string,
  graph: ReadonlyMap<string, readonly string[]>,
  seen: Set<string>,
): string[] {
  const done: string[] = [];
  const path = [{ node: from, next: [...(graph.get(from) ?? [])] }];
  if (seen.has(from)) return done;
  seen.add(from);
  for (let last = path.at(-1); last; last = path.at(-1)) {
    const node = last.next.pop();
    if (node === undefined) done.push(path.pop()?.node ?? from);
    else if (graph.has(node) && !seen.has(node)) {
      seen.add(node);
      path.push({ node, next: [...(graph.get(node) ?? [])] });
    }
  }
  return done;
}

function turnRound(graph: ReadonlyMap<string, readonly string[]>): Map<string, string[]> {
  const turned = new Map<string, string[]>([...graph.keys()].map((node) => [node, []]));
  for (const [node, targets] of graph) for (const target of targets) turned.get(target)?.push(node);
  return turned;
}
