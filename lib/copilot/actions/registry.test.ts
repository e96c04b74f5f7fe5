import { expect, test } from "vitest";
import { ACTIONS, requireAction } from "./registry";

/** Only a click may do these, whatever they cost. */
const CLICKED = [
  "start_post",
  "approve_outline",
  "publish_post",
  "schedule_post",
  "duplicate_post",
  "delete_post",
  "restore_post",
  "set_cap",
];

test("every tool is named once, declared as it is parsed, and what acts waits for a click", () => {
  const names = ACTIONS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThanOrEqual(25);
  for (const { name, declaration } of ACTIONS) {
    expect(name).toMatch(/^[a-z]+(_[a-z]+)+$/);
    expect(declaration.name).toBe(name);
    expect(declaration.description.length).toBeGreaterThan(10);
    expect(declaration.parameters.type).toBe("object");
  }
  const clicked = ACTIONS.filter(({ needsClick }) => needsClick).map(({ name }) => name);
  expect(clicked.sort()).toEqual([...CLICKED].sort());
  expect(() => requireAction("send_key")).toThrow("There is no such tool.");
});
