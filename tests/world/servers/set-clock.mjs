// Loaded into a test's server with --import: its clock starts at the moment in CLOCK (ISO 8601) and goes on from there.
const RealDate = Date;
const ahead = RealDate.parse(process.env.CLOCK ?? "") - RealDate.now();
const now = () => RealDate.now() + ahead;
globalThis.Date = new Proxy(RealDate, {
  construct: (real, given, target) =>
    Reflect.construct(real, given.length === 0 ? [now()] : given, target),
  apply: () => new RealDate(now()).toString(),
  get: (real, name) => (name === "now" ? now : Reflect.get(real, name)),
});
