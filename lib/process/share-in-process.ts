/**
 * One instance for the whole process, whichever route bundle asks first: bundles share `globalThis`
 * and no modules.
 *
 * @param name of the instance; the same name must always come with the same type.
 */
export function shareInProcess<T>(name: string, create: () => T): T {
  const key = Symbol.for(`alwrity.${name}`);
  const shared = globalThis as typeof globalThis & Record<symbol, T | undefined>;
  shared[key] ??= create();
  return shared[key];
}
