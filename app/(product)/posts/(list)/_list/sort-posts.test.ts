import { expect, test } from "vitest";
import type { PostSummary } from "@/lib/blog/schema";
import { LIST_SORTS, type ListSort, readSort } from "./sort-posts";

const post = (title: string, createdAt: string, costUsd: number): PostSummary => {
  const base = { id: title, topic: title, status: "ready", deletedAt: null } as const;
  return { ...base, title, createdAt, updatedAt: createdAt, costUsd };
};
const POSTS = [
  post("Beta", "2026-01-02", 0.1),
  post("alpha", "2026-01-03", 0.3),
  post("Gamma", "2026-01-01", 0.2),
];
const order = (sort: ListSort) =>
  [...POSTS].sort(LIST_SORTS[sort].compare).map(({ title }) => title);

test("posts are listed in the order that an address names, and newest first otherwise", () => {
  expect(order("newest")).toEqual(["alpha", "Beta", "Gamma"]);
  expect(order("title")).toEqual(["alpha", "Beta", "Gamma"]);
  expect(order("cost")).toEqual(["alpha", "Gamma", "Beta"]);
  for (const value of ["", "constructor", undefined, ["title"]])
    expect(readSort(value)).toBe("newest");
  expect(readSort("cost")).toBe("cost");
});
