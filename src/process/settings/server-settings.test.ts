import { expect, test } from "vitest";
import { StartError } from "#process/start-error.ts";
import { readServerSettings } from "./server-settings.ts";

const SECRET = "LTAI-a-secret-nobody-may-see";

function refusal(environment: Record<string, string>): string {
  try {
    readServerSettings(environment);
  } catch (error) {
    if (error instanceof StartError) return error.message;
    throw error;
  }
  throw new Error("the environment was accepted");
}

/** The names that a refusal lists, in its order. */
const namesIn = (message: string) => [...message.matchAll(/^ {2}(\w+):/gm)].map(([, name]) => name);

test("nothing set gives the embedded upstream on the loopback", () => {
  expect(readServerSettings({})).toEqual({
    host: "127.0.0.1",
    port: 8080,
    publicUrl: undefined,
    recordingHosts: [],
    signIn: undefined,
    trustedProxies: [],
    upstream: {
      kind: "embedded",
      database: undefined,
      port: 0,
      sampleRecords: 100_000,
      sampleSeed: undefined,
      sampleDays: 180,
      liveSeconds: undefined,
      faults: false,
      callsPerSecond: undefined,
      timeZone: "Asia/Shanghai",
    },
    instanceIds: undefined,
    timeZone: "Asia/Shanghai",
    retentionDays: 180,
    serviceLevelSeconds: 20,
    upstreamConcurrency: 16,
    upstreamCallsPerSecond: undefined,
    upstreamTimeoutMs: 10_000,
    longestWaitMs: 8_000,
    cacheBytes: 64_000_000,
    requestBytes: 64_000_000,
    accessFile: undefined,
    metricsPort: undefined,
    metricsHost: "127.0.0.1",
    auditFile: undefined,
    logLevel: "warn",
  });
});

test("new calls come in every five seconds, or as often as is said, where they are asked for", () => {
  const live = (environment: Record<string, string>) => readServerSettings(environment).upstream;
  expect(live({ SAMPLE_LIVE: "true" })).toMatchObject({ liveSeconds: 5 });
  expect(live({ SAMPLE_LIVE: "true", SAMPLE_LIVE_SECONDS: "0.25" })).toMatchObject({
    liveSeconds: 0.25,
  });
  expect(live({ SAMPLE_LIVE_SECONDS: "3" })).toMatchObject({ liveSeconds: undefined });
  expect(live({ EMBEDDED_FAULTS: "true" })).toMatchObject({ faults: true });
});

test("a quota is one of the embedded upstream, or what is known of the real one's", () => {
  const { upstream, upstreamCallsPerSecond } = readServerSettings({
    EMBEDDED_CALLS_PER_SECOND: "10",
    UPSTREAM_CALLS_PER_SECOND: "20",
  });
  expect(upstream).toMatchObject({ kind: "embedded", callsPerSecond: 10 });
  expect(upstreamCallsPerSecond).toBe(20);
});

test("an empty variable counts as unset", () => {
  const empty = { PORT: "", TIME_ZONE: "", CCC_ENDPOINT: "", OIDC_ISSUER: "", HOST: "" };
  expect(readServerSettings(empty)).toEqual(readServerSettings({}));
});

test("instance ids are read in whatever form they were pasted", () => {
  const { instanceIds } = readServerSettings({
    CCC_INSTANCE_IDS: "ｃｃｃ-one，\u200bccc-two\u00a0",
  });
  expect(instanceIds).toEqual(["ccc-one", "ccc-two"]);
});

test("every variable that is wrong is listed at once", () => {
  const message = refusal({
    HOST: "not a host",
    PORT: "80.5",
    PUBLIC_URL: "https://calls.example.com/below",
    ALIBABA_CLOUD_ACCESS_KEY_ID: "two words",
    CCC_ENDPOINT: "http://ccc.cn-shanghai.aliyuncs.com",
    CCC_INSTANCE_IDS: "ccc-one,,ccc-two",
    EMBEDDED_PORT: "-1",
    SAMPLE_RECORDS: "1e6",
    SAMPLE_SEED: "two words",
    SAMPLE_LIVE: "yes",
    SAMPLE_LIVE_SECONDS: "0",
    EMBEDDED_FAULTS: "1",
    EMBEDDED_CALLS_PER_SECOND: "10001",
    TIME_ZONE: "Asia/Shanghia",
    RETENTION_DAYS: "0",
    UPSTREAM_CONCURRENCY: "many",
    UPSTREAM_CALLS_PER_SECOND: "0",
    UPSTREAM_TIMEOUT_MS: "10",
    OIDC_ISSUER: "http://issuer.example.com",
    OIDC_SCOPES: "profile",
    SESSION_SECRETS: "short",
    LINK_SECRETS: "short",
    SESSION_IDLE_MINUTES: "9",
    SESSION_ABSOLUTE_HOURS: "169",
    LOG_LEVEL: "loud",
  });
  expect(new Set(namesIn(message))).toEqual(
    new Set([
      "HOST",
      "PORT",
      "PUBLIC_URL",
      "ALIBABA_CLOUD_ACCESS_KEY_ID",
      "CCC_ENDPOINT",
      "CCC_INSTANCE_IDS",
      "EMBEDDED_PORT",
      "SAMPLE_RECORDS",
      "SAMPLE_SEED",
      "SAMPLE_LIVE",
      "SAMPLE_LIVE_SECONDS",
      "EMBEDDED_FAULTS",
      "EMBEDDED_CALLS_PER_SECOND",
      "TIME_ZONE",
      "RETENTION_DAYS",
      "UPSTREAM_CONCURRENCY",
      "UPSTREAM_CALLS_PER_SECOND",
      "UPSTREAM_TIMEOUT_MS",
      "OIDC_ISSUER",
      "OIDC_SCOPES",
      "SESSION_SECRETS",
      "LINK_SECRETS",
      "SESSION_IDLE_MINUTES",
      "SESSION_ABSOLUTE_HOURS",
      "LOG_LEVEL",
      "ALIBABA_CLOUD_ACCESS_KEY_SECRET",
      "OIDC_CLIENT_ID",
      "OIDC_CLIENT_SECRET",
      "ACCESS_FILE",
    ]),
  );
});

test("no value is repeated in a refusal", () => {
  const names = [
    "HOST",
    "PORT",
    "PUBLIC_URL",
    "ALIBABA_CLOUD_ACCESS_KEY_ID",
    "ALIBABA_CLOUD_SECURITY_TOKEN",
    "CCC_ENDPOINT",
    "TIME_ZONE",
    "OIDC_ISSUER",
    "OIDC_CLIENT_SECRET",
    "OIDC_SCOPES",
    "SESSION_SECRETS",
    "LINK_SECRETS",
    "SESSION_IDLE_MINUTES",
    "LOG_LEVEL",
  ];
  expect(refusal(Object.fromEntries(names.map((name) => [name, SECRET])))).not.toContain(SECRET);
});

test("half a key pair is no key pair", () => {
  expect(namesIn(refusal({ ALIBABA_CLOUD_ACCESS_KEY_ID: "id" }))).toEqual([
    "ALIBABA_CLOUD_ACCESS_KEY_SECRET",
  ]);
  expect(namesIn(refusal({ ALIBABA_CLOUD_ACCESS_KEY_SECRET: SECRET }))).toEqual([
    "ALIBABA_CLOUD_ACCESS_KEY_ID",
  ]);
  expect(namesIn(refusal({ ALIBABA_CLOUD_SECURITY_TOKEN: SECRET }))).toEqual([
    "ALIBABA_CLOUD_SECURITY_TOKEN",
  ]);
});

test("a key pair means the provider's service", () => {
  const { upstream } = readServerSettings({
    ALIBABA_CLOUD_ACCESS_KEY_ID: "id",
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: "secret",
    ALIBABA_CLOUD_SECURITY_TOKEN: "token",
  });
  expect(upstream).toEqual({
    kind: "cloud",
    endpoint: "https://ccc.cn-shanghai.aliyuncs.com",
    keyPair: { accessKeyId: "id", accessKeySecret: "secret", securityToken: "token" },
  });
});

test.each([
  "ALIBABA_CLOUD_CREDENTIALS_URI",
  "ALIBABA_CLOUD_ROLE_ARN",
  "ALIBABA_CLOUD_ECS_METADATA",
  "ALIBABA_CLOUD_PROFILE",
  "ALIBABA_CLOUD_CREDENTIALS_FILE",
])("%s alone means the provider's service, by its credential chain", (name) => {
  const { upstream } = readServerSettings({ [name]: "something" });
  expect(upstream).toEqual({
    kind: "cloud",
    endpoint: "https://ccc.cn-shanghai.aliyuncs.com",
    keyPair: undefined,
  });
});

test.each(["http://127.0.0.1:9001", "http://localhost:9001", "http://[::1]:9001"])(
  "the endpoint may be plain http at %s",
  (address) => {
    expect(readServerSettings({ CCC_ENDPOINT: address }).upstream).toMatchObject({
      endpoint: address,
    });
  },
);

test.each(["127.0.0.1", "127.8.9.10", "localhost", "::1"])("%s may be served at", (host) => {
  expect(readServerSettings({ HOST: host }).host).toBe(host);
});

test.each(["0.0.0.0", "::", "192.168.1.7", "calls.example.com", "127.0.0.1.example.com"])(
  "%s is refused while there is no sign-in",
  (host) => {
    expect(namesIn(refusal({ HOST: host }))).toEqual(["HOST"]);
  },
);

const SIGN_IN = {
  OIDC_ISSUER: "https://issuer.example.com/realms/calls",
  OIDC_CLIENT_ID: "callscope",
  OIDC_CLIENT_SECRET: SECRET,
  SESSION_SECRETS: `${"n".repeat(32)}, ${"o".repeat(32)}`,
  LINK_SECRETS: "l".repeat(32),
  PUBLIC_URL: "https://calls.example.com",
  ACCESS_FILE: "access.json",
};

test("sign-in has all that it needs, and with it any host may be served at", () => {
  expect(readServerSettings({ ...SIGN_IN, HOST: "0.0.0.0" })).toMatchObject({
    host: "0.0.0.0",
    signIn: {
      issuer: "https://issuer.example.com/realms/calls",
      clientId: "callscope",
      clientSecret: SECRET,
      scopes: "openid profile",
      publicUrl: "https://calls.example.com",
      sessionSecrets: ["n".repeat(32), "o".repeat(32)],
      idleMs: 3_600_000,
      absoluteMs: 43_200_000,
    },
  });
});

test.each(Object.keys(SIGN_IN))("sign-in without %s is none, and refused", (name) => {
  const message = refusal({ ...SIGN_IN, [name]: "" });
  expect(namesIn(message)).toEqual([name]);
  expect(message).not.toContain(SECRET);
});

test.each([
  ["OIDC_ISSUER", "http://issuer.example.com"],
  ["OIDC_ISSUER", "https://user:word@issuer.example.com"],
  ["OIDC_ISSUER", "https://issuer.example.com/?realm=calls"],
  ["OIDC_ISSUER", "ldap://127.0.0.1"],
  ["PUBLIC_URL", "http://calls.example.com"],
  ["SESSION_SECRETS", `${"n".repeat(32)},${"o".repeat(31)}`],
  ["SESSION_SECRETS", `${"n".repeat(32)},${"n".repeat(32)}`],
  ["SESSION_SECRETS", `${"n".repeat(32)},`],
  ["LINK_SECRETS", "l".repeat(31)],
  ["OIDC_SCOPES", "openid  profile"],
  ["OIDC_SCOPES", "profile groups"],
])("%s cannot be %s", (name, value) => {
  expect(namesIn(refusal({ ...SIGN_IN, [name]: value }))).toEqual([name]);
});

test.each(["http://127.0.0.1:9001", "http://localhost:9001", "http://[::1]:9001"])(
  "provider and server may be plain http at %s",
  (address) => {
    const { signIn } = readServerSettings({
      ...SIGN_IN,
      OIDC_ISSUER: address,
      PUBLIC_URL: address,
    });
    expect(signIn).toMatchObject({ issuer: address, publicUrl: address });
  },
);

test("instance ids are read once each, in their order", () => {
  expect(readServerSettings({ CCC_INSTANCE_IDS: "b, a,b" }).instanceIds).toEqual(["b", "a"]);
});

test("an access file goes with sign-in, and sign-in with one", () => {
  expect(refusal({ ACCESS_FILE: "access.json" })).toContain(
    "OIDC_ISSUER: is missing beside ACCESS_FILE",
  );
  expect(refusal({ OIDC_ISSUER: "https://issuer.example.com" })).toContain(
    "ACCESS_FILE: is missing beside OIDC_ISSUER",
  );
});

test("proxies are trusted by address or block", () => {
  const list = "127.0.0.1, 10.0.0.0/8,::1 ,fd00::/8";
  expect(readServerSettings({ TRUSTED_PROXIES: list }).trustedProxies).toEqual([
    "127.0.0.1",
    "10.0.0.0/8",
    "::1",
    "fd00::/8",
  ]);
});

test.each([
  "everyone",
  "true",
  "1",
  "0.0.0.0/0",
  "::/0",
  "10.0.0.0/33",
  "10.0.0.1,",
  "loopback",
  "proxy.local",
])("%s is not trusted", (list) => {
  expect(namesIn(refusal({ TRUSTED_PROXIES: list }))).toEqual(["TRUSTED_PROXIES"]);
});

test("the public address is https, or http on the loopback", () => {
  const wrong = { ...SIGN_IN, PUBLIC_URL: "http://calls.example.com" };
  expect(namesIn(refusal(wrong))).toEqual(["PUBLIC_URL"]);
  expect(readServerSettings({ PUBLIC_URL: "http://localhost:8080" }).publicUrl).toBe(
    "http://localhost:8080",
  );
});

test.each([
  [{ PORT: "9090", METRICS_PORT: "9090" }, "METRICS_PORT: must be another port than PORT"],
  [
    { METRICS_PORT: "08080" },
    "METRICS_PORT: must be another port than PORT, which is 8080 unless it is set",
  ],
  [{ PORT: "9090", EMBEDDED_PORT: "9090" }, "EMBEDDED_PORT: must be another port than PORT"],
  [
    { METRICS_PORT: "9090", EMBEDDED_PORT: "9090" },
    "EMBEDDED_PORT: must be another port than METRICS_PORT",
  ],
  [{ METRICS_HOST: "127.0.0.1" }, "METRICS_HOST: is of no use without METRICS_PORT"],
])("%j is refused, and both variables are named", (environment, problem) => {
  expect(refusal(environment).split("\n  ").slice(1)).toEqual([problem]);
});

test("any number of ports may be any free one", () => {
  const any = { PORT: "0", METRICS_PORT: "0", EMBEDDED_PORT: "0" };
  expect(readServerSettings(any)).toMatchObject({ port: 0, metricsPort: 0 });
});

test("metrics stay on the loopback, whatever the host is", () => {
  const settings = { ...SIGN_IN, HOST: "0.0.0.0", METRICS_PORT: "9090" };
  expect(readServerSettings(settings).metricsHost).toBe("127.0.0.1");
  expect(readServerSettings({ ...settings, METRICS_HOST: "::" }).metricsHost).toBe("::");
});
