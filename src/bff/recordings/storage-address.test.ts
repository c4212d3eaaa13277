import { expect, test } from "vitest";
import { BffError } from "#bff/http/bff-error.ts";
import { storageAddress } from "./storage-address.ts";

const OWN = "http://127.0.0.1:41234";
const RULES = { hosts: ["records.example.com", ".oss.example.com"], upstreamOrigin: OWN };
const read = (address: string, rules = RULES) => storageAddress(address, rules);

test.each([
  "https://records.example.com/a.wav?Signature=x",
  "https://RECORDS.example.com/a.wav",
  "https://bucket.oss.example.com/a.wav",
  "https://a.b.oss.example.com:443/a.wav",
])("%s may be fetched", (address) => {
  expect(read(address)).toMatchObject({ isOwn: false });
});

test("what is signed for http is fetched by https", () => {
  const { url } = read("http://records.example.com/a.wav?Signature=x%2By");
  expect(url.href).toBe("https://records.example.com/a.wav?Signature=x%2By");
});

test("of this machine only the upstream's own port", () => {
  expect(read(`${OWN}/ccc-record/a.wav`)).toMatchObject({ isOwn: true });
  // Of a name nobody knows where it leads by now.
  const outside = { ...RULES, upstreamOrigin: "https://ccc.example.com" };
  expect(() => read("https://ccc.example.com/a.wav", outside)).toThrow("RECORDING_HOSTS");
});

test.each([
  ["this machine", "https://127.0.0.1/a.wav"],
  ["this machine, another port", "http://127.0.0.1:41235/a.wav"],
  ["this machine by another name", "http://localhost:41234/a.wav"],
  ["this machine in another form", "http://[::ffff:127.0.0.1]:41234/a.wav"],
  ["the metadata of a cloud", "http://169.254.169.254/latest/meta-data"],
  ["the metadata of this cloud", "http://100.100.100.200/latest/meta-data"],
  ["IPv6", "https://[::1]/a.wav"],
  ["IPv6 within a network", "https://[fd00::1]/a.wav"],
  ["IPv4 within IPv6", "https://[::ffff:169.254.169.254]/a.wav"],
  ["a public address without a name", "https://8.8.8.8/a.wav"],
  ["a public IPv6 address without a name", "https://[2606:4700::1111]/a.wav"],
  ["decimal", "https://2130706433/a.wav"],
  ["octal", "https://0177.0.0.1/a.wav"],
  ["hexadecimal", "https://0x7f.0.0.1/a.wav"],
  ["short", "https://127.1/a.wav"],
  ["full-width digits", "https://１２７.０.０.１/a.wav"],
  ["a user that looks like the host", "https://records.example.com@evil.example/a.wav"],
  ["a user before the host", "https://me@records.example.com/a.wav"],
  ["a password", "https://:secret@records.example.com/a.wav"],
  ["another port", "https://records.example.com:8443/a.wav"],
  ["another port of http", "http://records.example.com:8080/a.wav"],
  ["another host", "https://evil.example/records.example.com/a.wav"],
  ["a host with the name within", "https://records.example.com.evil.example/a.wav"],
  ["a host that only ends like an exact one", "https://evil-records.example.com/a.wav"],
  ["a host below an exact one", "https://a.records.example.com/a.wav"],
  ["the end alone", "https://oss.example.com/a.wav"],
  ["a dot behind", "https://records.example.com./a.wav"],
  ["a file", "file:///etc/passwd"],
  ["another protocol", "ftp://records.example.com/a.wav"],
  ["data", "data:audio/wav;base64,AAAA"],
  ["a path", "/a.wav"],
  ["nothing", ""],
])("%s is refused, and nothing of it is told", (_name, address) => {
  let error: unknown;
  try {
    read(address);
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(BffError);
  expect(error).toMatchObject({ code: "storage_refused" });
  expect(String(error)).not.toMatch(/example|127|169|wav|passwd/);
});

test("without a rule no name may be asked", () => {
  expect(() => read("https://records.example.com/a.wav", { ...RULES, hosts: [] })).toThrow(
    "RECORDING_HOSTS",
  );
});
