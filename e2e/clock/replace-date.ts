/**
 * Lets `Date` tell another time than the machine's; timers and `performance` are left alone. It uses
 * nothing from without, since pages get it as text.
 */
export function replaceDate(now: () => number): void {
  globalThis.Date = new Proxy(Date, {
    apply: (target) => new target(now()).toString(),
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    get: (target, name) => (name === "now" ? now : Reflect.get(target, name)),
  });
}
