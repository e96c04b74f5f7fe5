import type { GenerateBody } from "./schema";

/** What the user asked for, as the lines that every prompt begins with. */
export function describeRequest(request: GenerateBody): string[] {
  const lines: [string, string | undefined][] = [
    ["Topic", request.topic],
    ["Keywords", request.keywords?.join(", ")],
    ["Audience", request.audience],
    ["Tone", request.tone],
    ["Industry", request.industry],
    ["Language", request.language],
    ["Angle", request.angle],
    ["Instructions", request.instructions],
    ["Words in all", String(request.wordCount)],
  ];
  return lines.flatMap(([name, value]) =>
    value ? [`${name}: ${value.replace(/\s+/g, " ")}`] : [],
  );
}
