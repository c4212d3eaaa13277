import { expect, test } from "vitest";
import { readServerSettings } from "./server-settings.ts";
import { auditLine, metricsLine, signInLine } from "./start-lines.ts";

const SECRET = "a-secret-that-nobody-is-ever-to-see";
const TEAM = readServerSettings({
  OIDC_ISSUER: "https://login.example.com/realms/calls",
  OIDC_CLIENT_ID: "callscope",
  OIDC_CLIENT_SECRET: SECRET,
  SESSION_SECRETS: SECRET,
  LINK_SECRETS: SECRET,
  PUBLIC_URL: "https://calls.example.com",
  ACCESS_FILE: "/etc/callscope/access.json",
});

test("with sign-in the start says where, for which address, and by which roles", () => {
  expect(signInLine(TEAM)).toBe(
    "Sign-in: at login.example.com for https://calls.example.com, roles of /etc/callscope/access.json",
  );
  expect(auditLine(TEAM)).toBe("Audit log: standard output");
});

test("without sign-in it says so, and warns where others may come in by a proxy", () => {
  expect(signInLine(readServerSettings({}))).toBe("Sign-in: off, on this machine's loopback alone");
  expect(signInLine(readServerSettings({ PUBLIC_URL: "http://localhost:8080" }))).toContain("off,");
  expect(signInLine(readServerSettings({ PUBLIC_URL: "https://calls.example.com" }))).toBe(
    "Sign-in: OFF: whoever reaches https://calls.example.com reads every call; set OIDC_ISSUER and what goes with it",
  );
});

test("the audit log is named where there is one", () => {
  expect(auditLine(readServerSettings({}))).toBeUndefined();
  expect(auditLine(readServerSettings({ AUDIT_FILE: "/var/log/audit.jsonl" }))).toBe(
    "Audit log: /var/log/audit.jsonl",
  );
});

test("metrics that others reach are warned of", () => {
  expect(metricsLine({ metricsHost: "127.0.0.1" }, "http://127.0.0.1:9090")).toBe(
    "Metrics: http://127.0.0.1:9090",
  );
  expect(metricsLine({ metricsHost: "0.0.0.0" }, "http://0.0.0.0:9090")).toBe(
    "Metrics: http://0.0.0.0:9090, WITHOUT sign-in: whoever reaches it reads them",
  );
});
