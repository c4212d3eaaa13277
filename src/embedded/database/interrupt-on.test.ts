import { expect, test } from "vitest";
import { openInstance } from "./database.ts";
import { interruptOn } from "./interrupt-on.ts";

test("what runs is ended, also a statement that begins after the signal, until it is enough", async () => {
  const instance = await openInstance(undefined);
  const connection = await instance.connect();
  const stop = new AbortController();
  const enough = new AbortController();
  interruptOn(connection, { from: stop.signal, until: enough.signal });
  const endless = "SELECT sum(hash(a.range + b.range)) FROM range(10000000) a, range(10000000) b";
  const running = connection.run(endless);
  setTimeout(() => stop.abort(), 100);
  await expect(running).rejects.toThrow("Interrupted");
  await expect(connection.run(endless)).rejects.toThrow("Interrupted");
  enough.abort();
  // Long enough to be met by an interruption, if there were another.
  const long = "SELECT count(DISTINCT hash(range)) FROM range(4000000)";
  expect((await connection.runAndReadAll(long)).currentRowCount).toBe(1);
  connection.closeSync();
  instance.closeSync();
}, 30_000);
