import "server-only";
import type postgres from "postgres";
import { storableText } from "../text/storable-text";

/** How JSON writes a NUL, or a half of a surrogate pair: Postgres reads neither. */
const ESCAPED = /\\u(0000|d[89a-f][0-9a-f]{2})/i;

/**
 * THE door to the database: whatever is stored passes here, so that no text can hold what Postgres
 * cannot. NUL characters are left out, and halves of surrogate pairs replaced, in texts and in JSON.
 */
export function storeSafely<Sql extends postgres.Sql | postgres.TransactionSql>(sql: Sql): Sql {
  return new Proxy(sql, {
    apply: (target, self, [strings, ...values]: unknown[]) =>
      Reflect.apply(target, self, [strings, ...values.map(storable)]),
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== "function") return member;
      if (name === "unsafe") return sendSafely(target, member);
      if (name === "begin" || name === "savepoint") return openSafely(target, member);
      return member;
    },
  });
}

type Method = (...given: unknown[]) => unknown;

/** Statements with parameters are prepared where their pool prepares any, whoever wrote them. */
function sendSafely(target: object, send: unknown): Method {
  return (text, parameters, options) => {
    if (!Array.isArray(parameters) || parameters.length === 0)
      return call(target, send, [text, parameters, options]);
    const prepared = Object.assign({}, options, { prepare: true });
    return call(target, send, [text, parameters.map(storable), prepared]);
  };
}

/** What runs within a transaction goes through the same door. */
function openSafely(target: object, open: unknown): Method {
  return (...given) => {
    const wrapped = given.map((one) =>
      typeof one === "function"
        ? (inner: postgres.TransactionSql) => call(undefined, one, [storeSafely(inner)])
        : one,
    );
    return call(target, open, wrapped);
  };
}

function call(target: unknown, method: unknown, given: unknown[]): unknown {
  if (typeof method !== "function") throw new TypeError("The driver has no such method.");
  return Reflect.apply(method, target, given);
}

/** A parameter as Postgres can hold it. JSON comes as text, in which the same characters are escaped. */
export function storable(value: unknown): unknown {
  if (typeof value !== "string") return value;
  const text = storableText(value);
  if (!ESCAPED.test(text)) return text;
  const json = parse(text);
  return json === undefined ? text : JSON.stringify(cleanDeep(json));
}

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" || typeof value === "string" ? value : undefined;
  } catch {
    return undefined;
  }
}

function cleanDeep(value: unknown): unknown {
  if (typeof value === "string") return storableText(value);
  if (Array.isArray(value)) return value.map(cleanDeep);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, one]) => [storableText(name), cleanDeep(one)]);
  return Object.fromEntries(entries);
}
