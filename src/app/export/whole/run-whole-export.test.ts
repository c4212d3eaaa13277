import { expect, test, vi } from "vitest";
import { ApiError } from "#app/api/api-error.ts";
import type { ErrorCode } from "#contract/api/errors.ts";
import type { ExportPart } from "#contract/api/read-frames.ts";
import { createWholeExportRun, type ExportAsk, type ExportState } from "./run-whole-export.ts";

const bytes = (text: string): ExportPart => ({ piece: new TextEncoder().encode(text) });
const startAt = (written: number): ExportPart => ({
  start: { total: 6, asOf: 9, name: "a.csv", type: "text/csv", written },
});
const slice = (written: number, after: string): ExportPart => ({ written, after });
const ended: ExportPart = {
  end: { written: 6, total: 6, arrived: 0, incomplete: null, requestId: "r-1" },
};

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

type Reply = readonly (ExportPart | Error)[];

/** An export of which each request is answered by the next of the replies: parts, and what it is broken off by. */
function exportOf(...replies: readonly Reply[]) {
  const asks: ExportAsk[] = [];
  const states: ExportState[] = [];
  let signIn = () => {};
  const signedIn = new Promise<void>((resolve) => {
    signIn = resolve;
  });
  let clock = 0;
  const run = createWholeExportRun({
    async *read(ask, signal) {
      asks.push(ask);
      for (const part of replies[asks.length - 1] ?? [new ApiError("internal")]) {
        await sleep(1);
        signal.throwIfAborted();
        if (part instanceof Error) throw part;
        yield part;
      }
    },
    tell: (state) => states.push(state),
    signedIn: () => signedIn,
    clock: () => (clock += 1000),
    firstDelayMs: 1,
  });
  const stages = () =>
    states.map(({ stage }) => stage.is).filter((is, at, all) => is !== all[at - 1]);
  const comesTo = (is: string) =>
    vi.waitFor(() => {
      const last = states.at(-1);
      if (last?.stage.is !== is) throw new Error(`it is ${last?.stage.is ?? "not begun"}`);
      return last;
    });
  const fileText = async () => {
    const { stage } = await comesTo("done");
    return stage.is === "done" ? stage.file.text() : "";
  };
  return { run, asks, stages, states, comesTo, fileText, signIn: () => signIn() };
}

const lost = () => new ApiError("network");
const refused = (code: ErrorCode, field?: string) =>
  new ApiError(code, { field, requestId: "r-9" });

test("a file that comes in one go is whole", async () => {
  const { run, fileText, asks, stages, states } = exportOf([
    startAt(0),
    bytes("ab"),
    { written: 2 },
    slice(3, "c1"),
    bytes("cd"),
    ended,
  ]);
  run.go();
  expect(await fileText()).toBe("abcd");
  expect(asks).toEqual([{ reason: undefined, after: undefined }]);
  expect(stages()).toEqual(["asking", "reading", "done"]);
  expect(states.map(({ rate }) => rate)).toContain(2);
});

test("a lost connection goes on from the last complete slice, without the bytes that came after it", async () => {
  const { run, fileText, asks, stages } = exportOf(
    [startAt(0), bytes("ab"), slice(2, "c1"), bytes("cd"), slice(4, "c2"), bytes("half"), lost()],
    // Nothing comes of this one.
    [lost()],
    // A body that just ends.
    [startAt(4), bytes("ha")],
    [startAt(4), bytes("ef"), ended],
  );
  run.go();
  expect(await fileText()).toBe("abcdef");
  expect(asks.map(({ after }) => after)).toEqual([undefined, "c2", "c2", "c2"]);
  expect(stages()).toContain("waiting");
});

test("before the first slice it begins anew", async () => {
  const { run, fileText, asks } = exportOf(
    [startAt(0), bytes("half"), lost()],
    [startAt(0), bytes("abcdef"), ended],
  );
  run.go();
  expect(await fileText()).toBe("abcdef");
  expect(asks.map(({ after }) => after)).toEqual([undefined, undefined]);
});

test("after some tries in vain it waits for a word, and goes on from there", async () => {
  const inVain = Array.from({ length: 7 }, (): Reply => [lost()]);
  const { run, fileText, asks, comesTo } = exportOf(
    [startAt(0), bytes("ab"), slice(2, "c1"), lost()],
    ...inVain,
    [startAt(2), bytes("cdef"), ended],
  );
  run.go();
  expect(await comesTo("stopped")).toMatchObject({
    written: 2,
    stage: { error: { code: "network" } },
  });
  expect(asks).toHaveLength(8);
  run.go();
  expect(await fileText()).toBe("abcdef");
});

test.each(["too_many_requests", "server_busy"] as const)(
  "%s: it waits for its turn however long that takes, and begins by itself",
  async (code) => {
    const others = Array.from({ length: 20 }, (): Reply => [refused(code)]);
    const { run, fileText, asks, stages } = exportOf(...others, [
      startAt(0),
      bytes("abcdef"),
      ended,
    ]);
    run.go();
    expect(await fileText()).toBe("abcdef");
    expect(asks).toHaveLength(21);
    expect(stages()).toEqual(["asking", "queued", "reading", "done"]);
  },
);

test("in the queue, too, it can be called off", async () => {
  const others = Array.from({ length: 500 }, (): Reply => [refused("too_many_requests")]);
  const { run, asks, comesTo } = exportOf(...others);
  run.go();
  await comesTo("queued");
  run.cancel();
  const { length } = asks;
  await sleep(30);
  expect(asks).toHaveLength(length);
});

test("as long as slices come it is not given up, however often the connection is lost", async () => {
  const slices = Array.from({ length: 20 }, (_, at): Reply => [
    startAt(at),
    bytes(String(at % 10)),
    slice(at + 1, `c${at}`),
    lost(),
  ]);
  const { run, fileText } = exportOf(...slices, [startAt(20), ended]);
  run.go();
  expect(await fileText()).toBe("01234567890123456789");
});

test("a problem on the way stops it with its request id, and it goes on when told to", async () => {
  const problem = {
    problem: {
      type: "",
      title: "",
      status: 502,
      code: "upstream_failed",
      requestId: "r-9",
    } as const,
  };
  const { run, comesTo, fileText, asks } = exportOf(
    [startAt(0), bytes("ab"), slice(2, "c1"), bytes("c"), problem],
    [startAt(2), bytes("cdef"), ended],
  );
  run.go();
  expect(await comesTo("stopped")).toMatchObject({
    written: 2,
    stage: { error: { code: "upstream_failed", problem: { requestId: "r-9" } } },
  });
  run.go();
  expect(await fileText()).toBe("abcdef");
  expect(asks).toHaveLength(2);
});

test("where it is to go on is forgotten by a server that was started anew: it begins anew, too", async () => {
  const { run, fileText, asks } = exportOf(
    [startAt(0), bytes("ab"), slice(2, "c1"), lost()],
    [refused("invalid_parameter", "after")],
    [startAt(0), bytes("abcdef"), ended],
  );
  run.go();
  expect(await fileText()).toBe("abcdef");
  expect(asks.map(({ after }) => after)).toEqual([undefined, "c1", undefined]);
});

test("a session that lapses goes on once somebody is signed in", async () => {
  const { run, fileText, comesTo, asks, signIn } = exportOf(
    [startAt(0), bytes("ab"), slice(2, "c1"), lost()],
    [refused("sign_in_required")],
    [startAt(2), bytes("cdef"), ended],
  );
  run.go();
  await comesTo("signed-out");
  await sleep(20);
  expect(asks).toHaveLength(2);
  signIn();
  expect(await fileText()).toBe("abcdef");
});

test("a reason that is asked for goes along from then on", async () => {
  const { run, comesTo, fileText, asks } = exportOf(
    [refused("export_reason_needed")],
    [startAt(0), bytes("ab"), slice(2, "c1"), lost()],
    [startAt(2), bytes("cdef"), ended],
  );
  run.go();
  await comesTo("reason");
  run.go("质检");
  expect(await fileText()).toBe("abcdef");
  expect(asks.map(({ reason }) => reason)).toEqual([undefined, "质检", "质检"]);
});

test("a reply that goes on elsewhere than it was asked to is not put into the file", async () => {
  const { run, comesTo } = exportOf(
    [startAt(0), bytes("ab"), slice(2, "c1"), lost()],
    [startAt(0), bytes("ab"), ended],
  );
  run.go();
  expect(await comesTo("stopped")).toMatchObject({ stage: { error: { code: "bad_reply" } } });
});

test("one that is cancelled says nothing more, and asks for nothing", async () => {
  const { run, asks, states, comesTo } = exportOf(
    [startAt(0), ...Array.from({ length: 500 }, () => bytes("ab")), ended],
    [ended],
  );
  run.go();
  await comesTo("reading");
  run.cancel();
  const told = states.length;
  await sleep(30);
  expect(states).toHaveLength(told);
  expect(asks).toHaveLength(1);
});
