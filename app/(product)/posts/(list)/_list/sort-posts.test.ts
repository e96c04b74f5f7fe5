import { expect, test } from "vitest";
import type { PostSummary } from "@/lib/blog/schema";
import { LIST_SORTS, type ListSort, readSort } from "./sort-posts";

type Row = { title: string; day: string; costUsd: number; words: number | null };
const post = ({ title, day, costUsd, words }: Row): PostSummary => {
  const createdAt = `2026-01-${day}`;
  const base = { id: title, topic: title, status: "ready", deletedAt: null } as const;
  return { ...base, title, words, createdAt, updatedAt: createdAt, costUsd };
};
const POSTS = [
  post({ title: "Beta", day: "02", costUsd: 0.1, words: 0 }),
  post({ title: "alpha", day: "03", costUsd: 0.3, words: null }),
  post({ title: "Gamma", day: "01", costUsd: 0.2, words: 1_240 }),
];
const order = (sort: ListSort) =>
  [...POSTS].sort(LIST_SORTS[sort].compare).map(({ title }) => title);

test("posts are listed in the order that an address names, and newest first otherwise", () => {
  expect(order("newest")).toEqual(["alpha", "Beta", "Gamma"]);
  expect(order("title")).toEqual(["alpha", "Beta", "Gamma"]);
  expect(order("cost")).toEqual(["alpha", "Gamma", "Beta"]);
  expect(order("words")).toEqual(["Gamma", "Beta", "alpha"]);
  for (const value of ["", "constructor", undefined, ["title"]])
    expect(readSort(value)).toBe("newest");
  expect(readSort("cost")).toBe("cost");
});
