import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Writable } from "node:stream";
import { expect, onTestFinished, test } from "vitest";
import { openAuditFile } from "./audit-file.ts";
import { createStreamSink } from "./audit-sink.ts";

function newPath(): string {
  const folder = mkdtempSync(join(tmpdir(), "callscope-audit-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, "audit.jsonl");
}

async function openFile(path: string) {
  const file = await openAuditFile(path);
  onTestFinished(() => file.close());
  return file;
}

test("a file is its user's alone, and only grows", async () => {
  const path = newPath();
  const first = await openAuditFile(path);
  await first.write("one\n");
  await first.close();
  const file = await openFile(path);
  await file.write("two\n");
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readFileSync(path, "utf8")).toBe("one\ntwo\n");
});

test("a thousand lines at once are all there, each whole, when each is told", async () => {
  const path = newPath();
  const file = await openFile(path);
  const lines = Array.from({ length: 1_000 }, (_unused, index) => `${index} ${"x".repeat(900)}\n`);
  await Promise.all(lines.map((line) => file.write(line)));
  expect(readFileSync(path, "utf8")).toBe(lines.join(""));
});

test("opened anew, what comes goes to the file that is at the path by now, and nothing is lost", async () => {
  const path = newPath();
  const file = await openFile(path);
  await file.write("before\n");
  renameSync(path, `${path}.1`);
  const written = file.write("meanwhile\n");
  const reopened = file.reopen();
  await Promise.all([written, reopened, file.write("after\n")]);
  expect(readFileSync(`${path}.1`, "utf8")).toBe("before\nmeanwhile\n");
  expect(readFileSync(path, "utf8")).toBe("after\n");
});

test("where it cannot be opened anew, the file that was open stays", async () => {
  const path = newPath();
  const file = await openFile(path);
  renameSync(path, `${path}.1`);
  // A folder of that name cannot be written to.
  const elsewhere = newPath();
  renameSync(join(elsewhere, ".."), path);
  await expect(file.reopen()).rejects.toThrow("EISDIR");
  await file.write("kept\n");
  expect(readFileSync(`${path}.1`, "utf8")).toBe("kept\n");
  renameSync(path, join(elsewhere, ".."));
});

test("behind half a line a new one begins", async () => {
  const path = newPath();
  writeFileSync(path, '{"half":');
  const file = await openFile(path);
  await file.write("whole\n");
  appendFileSync(path, "");
  expect(readFileSync(path, "utf8")).toBe('{"half":\nwhole\n');
});

test.each([
  ["a folder", tmpdir()],
  ["a folder that is not there", join(tmpdir(), "callscope-none", "audit.jsonl")],
])("%s stops the start, and its path is not told", async (_name, path) => {
  const opening = openAuditFile(path);
  await expect(opening).rejects.toThrow(/^AUDIT_FILE cannot be written \((EISDIR|ENOENT)\)/);
  await expect(opening).rejects.not.toThrow(path);
});

test.runIf(existsSync("/dev/full"))("whoever writes to a full disk is told", async () => {
  const file = await openFile("/dev/full");
  await expect(file.write("lost\n")).rejects.toMatchObject({ code: "ENOSPC" });
  await expect(file.write("lost\n")).rejects.toMatchObject({ code: "ENOSPC" });
});

test("whoever writes to a stream that fails is told, and nothing else ends", async () => {
  const broken = new Writable({ write: (_chunk, _encoding, done) => done(new Error("EPIPE")) });
  await expect(createStreamSink(broken).write("lost\n")).rejects.toThrow("EPIPE");
  const whole = new PassThrough();
  await createStreamSink(whole).write("line\n");
  expect(String(whole.read())).toBe("line\n");
});
