import { EventEmitter } from "node:events";
import type { Pool } from "pg";
import { expect, test } from "vitest";
import { askForJobsOnce } from "./ask-for-jobs-once";

const NEXT_JOB = { name: "get_job/graphile_worker", text: "…", values: [] };
const JOB = { rows: [{ id: "1" }], rowCount: 1 };
const NONE = { rows: [], rowCount: 0 };

/** A pool's client, whose answers are given by hand; `asked` are the questions that reached it. */
class Client extends EventEmitter {
  readonly asked: unknown[] = [];
  readonly #answers: ((answer: object) => void)[] = [];

  query(...question: unknown[]): Promise<unknown> {
    this.asked.push(question[0]);
    return new Promise((resolve) => this.#answers.push(resolve));
  }
  async answer(answer: object): Promise<void> {
    this.#answers.shift()?.(answer);
    await new Promise((resolve) => setImmediate(resolve));
  }
  hearOfJob(channel = "jobs:insert"): void {
    this.emit("notification", { channel });
  }
}

function open(): { one: Client; other: Client } {
  const pool = new EventEmitter();
  askForJobsOnce(pool as Pool);
  const [one, other] = [new Client(), new Client()];
  for (const client of [one, other]) pool.emit("connect", client);
  return { one, other };
}

test("once a worker was told that there is no job, the others hear it without a question", async () => {
  const { one, other } = open();
  const first = one.query(NEXT_JOB);
  await one.answer(NONE);
  expect(await first).toEqual(NONE);
  expect(await other.query(NEXT_JOB)).toEqual(NONE);
  expect(other.asked).toEqual([]);
});

test("a job that was added is asked for at once, on every connection", async () => {
  const { one, other } = open();
  void one.query(NEXT_JOB);
  await one.answer(NONE);
  other.hearOfJob();
  const found = other.query(NEXT_JOB);
  await other.answer(JOB);
  expect(await found).toEqual(JOB);
  void one.query(NEXT_JOB);
  expect([one.asked.length, other.asked.length]).toEqual([2, 1]);
});

test("an answer to what was asked before a job was added silences nobody", async () => {
  const { one, other } = open();
  void one.query(NEXT_JOB);
  other.hearOfJob();
  await one.answer(NONE);
  void other.query(NEXT_JOB);
  expect(other.asked).toEqual([NEXT_JOB]);
});

test("everything else is asked as ever, and other channels mean nothing", async () => {
  const { one, other } = open();
  void one.query(NEXT_JOB);
  await one.answer(NONE);
  one.hearOfJob("worker:migrate");
  for (const question of ["SELECT 1", { name: "fail_job/x" }, { text: "SELECT 2" }, undefined])
    void other.query(question);
  expect(other.asked).toHaveLength(4);
  expect(await other.query(NEXT_JOB)).toEqual(NONE);
  expect(other.asked).toHaveLength(4);
});
