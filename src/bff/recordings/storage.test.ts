import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { isGlobalUnicast } from "./public-lookup.ts";
import { createStorage } from "./storage.ts";

test.each([
  ["8.8.8.8", true],
  ["47.96.0.1", true],
  ["2606:4700::1111", true],
  ["::ffff:8.8.8.8", true],
  ["0.0.0.0", false],
  ["10.0.0.1", false],
  ["100.100.100.200", false],
  ["127.0.0.1", false],
  ["169.254.169.254", false],
  ["172.16.0.1", false],
  ["192.0.2.1", false],
  ["192.168.0.1", false],
  ["198.18.0.1", false],
  ["224.0.0.1", false],
  ["255.255.255.255", false],
  ["::", false],
  ["::1", false],
  ["::ffff:10.0.0.1", false],
  ["64:ff9b::7f00:1", false],
  ["2001:db8::1", false],
  ["2002:7f00:1::", false],
  ["fd00::1", false],
  ["fe80::1", false],
  ["ff02::1", false],
  ["4000::1", false],
  ["nonsense", false],
])("%s is a public address: %j", (address, isPublic) => {
  expect(isGlobalUnicast(address)).toBe(isPublic);
});

/** A server on this machine, and what it was asked. */
async function startServer(status: number, headers: Readonly<Record<string, string>> = {}) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.writeHead(status, headers).end("sound");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  // It listens at an address, not at a pipe.
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, asked };
}

const FOREVER = new AbortController().signal;

function openStorage(upstreamOrigin: string, addresses: readonly string[] = []) {
  const storage = createStorage({
    hosts: ["records.example.com"],
    upstreamOrigin,
    timeoutMs: 2_000,
    resolve: async () =>
      addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
  });
  onTestFinished(() => storage.close());
  return storage;
}

test.each([[["127.0.0.1"]], [["8.8.8.8", "10.0.0.1"]], [["::ffff:169.254.169.254"]], [["::1"]]])(
  "a name that leads to %j is refused before anything is sent",
  async (addresses) => {
    const storage = openStorage("https://ccc.example.com", addresses);
    await expect(
      storage.fetch("https://records.example.com/a.wav?Signature=secret", {}, FOREVER),
    ).rejects.toMatchObject({ code: "storage_refused", cause: undefined });
  },
);

test("a name that leads nowhere is a failure that tells nothing of the address", async () => {
  const storage = openStorage("https://ccc.example.com", []);
  const error = await storage
    .fetch("https://records.example.com/a.wav?Signature=secret", {}, FOREVER)
    .catch((thrown: unknown) => thrown);
  expect(String(error)).not.toMatch(/secret|example/);
});

test.each([301, 302, 303, 307, 308])("a redirect by %i is not followed", async (status) => {
  const elsewhere = await startServer(200);
  const own = await startServer(status, { location: `${elsewhere.origin}/b.wav` });
  const storage = openStorage(own.origin);
  await expect(storage.fetch(`${own.origin}/a.wav`, {}, FOREVER)).rejects.toMatchObject({
    code: "storage_refused",
  });
  expect(own.asked).toEqual(["/a.wav"]);
  expect(elsewhere.asked).toEqual([]);
});

test.each([
  [403, {}, "storage_refused"],
  [404, {}, "recording_not_kept"],
  [500, {}, "storage_failed"],
  [204, {}, "storage_failed"],
  [200, { "content-encoding": "gzip" }, "storage_failed"],
] as const)("an answer of %i %j is %s, asked once", async (status, headers, code) => {
  const own = await startServer(status, headers);
  const storage = openStorage(own.origin);
  await expect(storage.fetch(`${own.origin}/a.wav`, {}, FOREVER)).rejects.toMatchObject({ code });
  expect(own.asked).toHaveLength(1);
});

test("nobody there is a failure", async () => {
  const storage = openStorage("http://127.0.0.1:1");
  await expect(storage.fetch("http://127.0.0.1:1/a.wav", {}, FOREVER)).rejects.toMatchObject({
    code: "storage_failed",
  });
});

test("what breaks off before its first byte is a failure, and one that is empty is not waited for", async () => {
  const server = createServer((incoming, response) => {
    if (incoming.url === "/empty.wav")
      return void response.writeHead(200, { "content-length": 0 }).end();
    response.writeHead(206, { "content-length": 100, "content-range": "bytes 0-99/1000" });
    response.flushHeaders();
    setTimeout(() => response.destroy(), 50);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  // It listens at an address, not at a pipe.
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const storage = openStorage(origin);
  await expect(storage.fetch(`${origin}/a.wav`, {}, FOREVER)).rejects.toMatchObject({
    code: "storage_failed",
  });
  expect((await storage.fetch(`${origin}/empty.wav`, {}, FOREVER)).status).toBe(200);
});
