import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
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
import { PROJECT_ROOT } from "#process/project-paths.ts";
import { openAuditFile } from "./audit-file.ts";
import { createStreamSink } from "./audit-sink.ts";
import { canMount, growDisk, mountSmallDisk } from "./small-disk.kit.ts";

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
])("%s stops the start, with variable, path and remedy", async (_name, path) => {
  await expect(openAuditFile(path)).rejects.toThrow(
    /AUDIT_FILE: "\/.*" cannot be written \((EISDIR\): that is a folder|ENOENT\): there is no such)/,
  );
});

test.runIf(existsSync("/dev/full"))("whoever writes to a full disk is told", async () => {
  const file = await openFile("/dev/full");
  await expect(file.write("lost\n")).rejects.toMatchObject({ code: "ENOSPC" });
  await expect(file.write("lost\n")).rejects.toMatchObject({ code: "ENOSPC" });
});

test.runIf(existsSync("/dev/full"))(
  "a device that is full is told of before anybody writes",
  async () => {
    const file = await openFile("/dev/full");
    await expect(file.check()).rejects.toMatchObject({ code: "ENOSPC" });
  },
);

test("looking whether there is room leaves nothing in the file", async () => {
  const path = newPath();
  writeFileSync(path, '{"half":');
  const file = await openFile(path);
  await file.check();
  await file.write("whole\n");
  await file.check();
  expect(readFileSync(path, "utf8")).toBe('{"half":\nwhole\n');
});

test.runIf(canMount())(
  "of a disk that fills up no half line stays, and it heals when there is room",
  async () => {
    const folder = mountSmallDisk();
    const path = join(folder, "audit.jsonl");
    const file = await openFile(path);
    await file.check();
    const line = `${"x".repeat(900)}\n`;
    let lines = 0;
    const fill = async () => {
      for (; ; lines += 1) await file.write(line);
    };
    await expect(fill()).rejects.toMatchObject({ code: "ENOSPC" });
    expect(lines).toBeGreaterThan(10);
    await expect(file.check()).rejects.toMatchObject({ code: "ENOSPC" });
    expect(readFileSync(path, "utf8")).toBe(line.repeat(lines));
    growDisk(folder);
    await file.check();
    await file.write("after\n");
    expect(readFileSync(path, "utf8")).toBe(`${line.repeat(lines)}after\n`);
  },
);

test.runIf(canMount())(
  "a disk that somebody else fills is told of before anybody writes",
  async () => {
    const folder = mountSmallDisk();
    const file = await openFile(join(folder, "audit.jsonl"));
    await file.write("line\n");
    const other = join(folder, "other");
    expect(() => writeFileSync(other, Buffer.alloc(100_000))).toThrow("ENOSPC");
    await expect(file.check()).rejects.toMatchObject({ code: "ENOSPC" });
    rmSync(other);
    await file.check();
  },
);

test.runIf(canMount())(
  "standard output that was full is told of, and heals when there is room",
  () => {
    const folder = mountSmallDisk();
    const path = join(folder, "out");
    const script = `
    import { spawnSync } from "node:child_process";
    import { createStreamSink } from "#bff/access/audit/audit-sink.ts";
    const sink = createStreamSink(process.stdout);
    const told = (done) => done.then(() => "done", ({ code }) => code);
    while ((await told(sink.write("x".repeat(900) + "\\n"))) === "done");
    console.error(await told(sink.check()));
    spawnSync("mount", ["-o", "remount,size=64k", "${folder}"]);
    console.error(await told(sink.check()), await told(sink.write("after\\n")));`;
    const output = openSync(path, "w");
    const { stderr } = spawnSync(
      process.execPath,
      ["--import", "tsx", "--input-type=module", "--eval", script],
      { cwd: PROJECT_ROOT, stdio: ["ignore", output, "pipe"], encoding: "utf8" },
    );
    closeSync(output);
    expect(stderr).toBe("ENOSPC\ndone done\n");
    expect(readFileSync(path, "utf8")).toMatch(/\nx*\nafter\n$/);
  },
);

test("whoever writes to a stream that fails is told, and nothing else ends", async () => {
  const broken = new Writable({ write: (_chunk, _encoding, done) => done(new Error("EPIPE")) });
  await expect(createStreamSink(broken).write("lost\n")).rejects.toThrow("EPIPE");
  const whole = new PassThrough();
  await createStreamSink(whole).write("line\n");
  expect(String(whole.read())).toBe("line\n");
});
