import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { createLog } from "./log.ts";

test("of a database's error its kind is logged, and not what it quotes", () => {
  const stream = new PassThrough();
  const err = new Error("failed", {
    cause: new Error("IO Error: Corrupt database file: 13800138000"),
  });
  createLog({ logLevel: "warn" }, stream).error({ err }, "the upstream failed");
  const line = String(stream.read());
  expect(JSON.parse(line)).toMatchObject({ err: { cause: { kind: "IO Error" } } });
  expect(line).not.toMatch(/13800138000|Corrupt/);
});
