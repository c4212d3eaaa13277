import { expect, test } from "vitest";
import type { Instance } from "#bff/upstream/list-instances.ts";
import type { Rights } from "#contract/api/rights.ts";
import { createInstanceDirectory } from "./instance-directory.ts";

const ONE: Instance = { id: "ccc-one", name: "One" };
const TWO: Instance = { id: "ccc-two", name: "Two" };

function directory(
  allowedIds: string[] | undefined,
  answers: (readonly Instance[] | Error)[],
  rights: Rights["instances"] = "all",
) {
  let calls = 0;
  let clock = 0;
  const instances = createInstanceDirectory({
    allowedIds,
    now: () => clock,
    listInstances: () => {
      const answer = answers[Math.min(calls, answers.length - 1)] ?? [];
      calls += 1;
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
  });
  return {
    instances: instances.of({ instances: rights }),
    calls: () => calls,
    wait: (ms: number) => (clock += ms),
  };
}

test("without a list of allowed ids everything the upstream lists may be read", async () => {
  const { instances } = directory(undefined, [[ONE, TWO]]);
  await expect(instances.list()).resolves.toEqual([ONE, TWO]);
  await expect(instances.pick(undefined)).resolves.toBe("ccc-one");
  await expect(instances.pick("ccc-unlisted")).resolves.toBe("ccc-unlisted");
});

test("with one, only those may be read, in its order", async () => {
  const { instances } = directory(["ccc-two"], [[ONE, TWO]]);
  await expect(instances.list()).resolves.toEqual([TWO]);
  await expect(instances.pick(undefined)).resolves.toBe("ccc-two");
  await expect(instances.pick("ccc-one")).rejects.toMatchObject({
    code: "instance_forbidden",
    parts: { field: "instance" },
  });
});

test("ids stand in for names that cannot be had, until they can", async () => {
  const { instances, wait } = directory(["ccc-one"], [new Error("down"), [ONE]]);
  await expect(instances.list()).resolves.toEqual([{ id: "ccc-one", name: "ccc-one" }]);
  wait(5_000);
  await expect(instances.list()).resolves.toEqual([ONE]);
});

test("a failure is told where there are no ids to fall back on, and not kept", async () => {
  const { instances } = directory(undefined, [new Error("down"), [ONE]]);
  await expect(instances.list()).rejects.toThrow("down");
  await expect(instances.list()).resolves.toEqual([ONE]);
});

test("the list is kept for a minute", async () => {
  const { instances, calls, wait } = directory(undefined, [[ONE], [TWO]]);
  await Promise.all([instances.list(), instances.list()]);
  wait(59_999);
  await expect(instances.list()).resolves.toEqual([ONE]);
  expect(calls()).toBe(1);
  wait(1);
  await expect(instances.list()).resolves.toEqual([TWO]);
});

test("an account without instances is told from one that cannot be asked", async () => {
  const { instances } = directory(undefined, [[]]);
  await expect(instances.pick(undefined)).rejects.toMatchObject({
    code: "upstream_instance_not_found",
  });
});

test("a reader reads those of their rights, in its order, and is told as much of others as of none", async () => {
  const { instances, calls } = directory(undefined, [[ONE, TWO]], ["ccc-two", "ccc-gone"]);
  await expect(instances.pick(undefined)).resolves.toBe("ccc-two");
  for (const other of ["ccc-one", "ccc-nowhere"])
    await expect(instances.pick(other)).rejects.toMatchObject({ code: "instance_forbidden" });
  expect(calls()).toBe(0);
  await expect(instances.list()).resolves.toEqual([TWO, { id: "ccc-gone", name: "ccc-gone" }]);
});

test("ids stand in for the names of a reader's instances, too", async () => {
  const { instances } = directory(undefined, [new Error("down")], ["ccc-one"]);
  await expect(instances.list()).resolves.toEqual([{ id: "ccc-one", name: "ccc-one" }]);
});
