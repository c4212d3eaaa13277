import { EventEmitter } from "node:events";
import { expect, test, vi } from "vitest";
import { listenForStop } from "./stop-signal.ts";

function open() {
  const signals = new EventEmitter();
  const exit = vi.fn<(code?: number) => void>();
  let at = 0;
  // Nothing else of a process is asked for.
  const self = Object.assign(signals, { exit }) as unknown as NodeJS.Process;
  const stop = listenForStop({ self, clock: () => at });
  return {
    stop,
    exit,
    send: (name: string) => signals.emit(name),
    wait: (ms: number) => (at += ms),
  };
}

test("the first signal aborts, and says with which code to end", () => {
  const { stop, exit, send } = open();
  expect([stop.signal.aborted, stop.exitCode()]).toEqual([false, undefined]);
  send("SIGINT");
  expect([stop.signal.aborted, stop.exitCode()]).toEqual([true, 130]);
  expect(exit).not.toHaveBeenCalled();
});

test("a signal that is sent twice at once is one", () => {
  const { stop, exit, send, wait } = open();
  send("SIGTERM");
  wait(1_000);
  send("SIGTERM");
  expect(exit).not.toHaveBeenCalled();
  expect(stop.exitCode()).toBe(143);
});

test("a second signal does not wait for what the first has begun", () => {
  const { exit, send, wait } = open();
  send("SIGTERM");
  wait(1_001);
  send("SIGINT");
  expect(exit).toHaveBeenCalledWith(143);
});
