import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestBff, type TestBff } from "#bff/bff.kit.ts";
import { problemSchema } from "#contract/api/errors.ts";

const PHONE = "13800138000";
const JSON_TYPE = { "content-type": "application/json" };
let bff: TestBff;
let url: string;
beforeAll(async () => {
  bff = await createTestBff("http://127.0.0.1:9", { CCC_INSTANCE_IDS: "ccc-test" });
  url = await bff.app.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(() => bff.app.close());

async function ask(body: BodyInit, headers: Readonly<Record<string, string>>) {
  const reply = await fetch(`${url}/api/counts`, { method: "POST", body, headers });
  const said = await reply.text();
  const problem = problemSchema.parse(JSON.parse(said));
  expect(problem).toMatchObject({ status: reply.status, code: "invalid_parameter" });
  expect(said + bff.log()).not.toContain(PHONE);
  return problem;
}

const QUESTIONS = JSON.stringify({ asks: [{ of: "total", view: `phone=${PHONE}` }] });

test.each([
  ["of no type", QUESTIONS, { "content-type": "" }, /taken as `application\/json` only/],
  [
    "of plain text",
    QUESTIONS,
    { "content-type": "text/plain" },
    /taken as `application\/json` only/,
  ],
  ["of a form", `phone=${PHONE}`, { "content-type": "application/x-www-form-urlencoded" }, /json/],
  ["of a type that is none", QUESTIONS, { "content-type": "json" }, /json/],
  [
    "that is packed",
    gzipSync(QUESTIONS),
    { ...JSON_TYPE, "content-encoding": "gzip" },
    /without a Content-Encoding/,
  ],
])("a body %s is 415, and what is taken is said", async (_name, body, headers, reason) => {
  const { status, detail } = await ask(body, headers);
  expect(status).toBe(415);
  expect(detail).toMatch(reason);
});

test("a body that is too large is 413, and the limit is said", async () => {
  const { status, detail } = await ask(PHONE.repeat(100_000), JSON_TYPE);
  expect({ status, detail }).toEqual({
    status: 413,
    detail: "The body is too large: 1048576 bytes are taken at most.",
  });
});

test.each([
  ["", "The body is empty: it must be JSON."],
  [`{"asks":[{"of":"total","view":"phone=${PHONE}"}{}]}`, "it breaks behind character 50."],
  [`{"asks":[{"of":"total","view":"phone=${PHONE}`, "it ends too early."],
  [`{"asks":[`, "it ends too early."],
  [PHONE + "x", "The body is not JSON"],
  [`{"__proto__":{"view":"${PHONE}"}}`, "a key that is never taken"],
  [Buffer.from([0x22, 0xc2, 0xeb, 0x22]), "The body is not UTF-8."],
])(
  "of JSON that is broken it is said where, and never what stands there: %#",
  async (body, reason) => {
    const { status, detail } = await ask(body, JSON_TYPE);
    expect(status).toBe(400);
    expect(detail).toContain(reason);
  },
);

test.each<[unknown, string | undefined, string]>([
  [[], undefined, "It must be of the type object."],
  [{}, "asks", "It must be of the type array."],
  [{ asks: [] }, "asks", "It takes at least 1 items."],
  [
    { asks: [{ of: PHONE }] },
    "asks.0.of",
    "It must be one of total, facet, times, hours, ranks, level, figures, people.",
  ],
  [{ asks: [{ of: "total" }] }, "asks.0.view", "It must be of the type string."],
  [
    { asks: [{ of: "total", view: "", [PHONE]: 1 }] },
    "asks.0",
    "It has a field that is not known here.",
  ],
  [
    { asks: [{ of: "times", view: "", edges: [3, 1] }] },
    "asks.0.edges",
    "Each edge must be later than the one before it.",
  ],
  [
    { asks: [{ of: "ranks", view: "", field: "talkTime", shares: [1] }] },
    "asks.0.shares.0",
    "It takes less than 1.",
  ],
  [
    { asks: [{ of: "total", view: "x".repeat(20_000) }] },
    "asks.0.view",
    "It takes at most 16384 characters.",
  ],
])("of questions it is said what they should have been: %#", async (body, field, detail) => {
  const problem = await ask(JSON.stringify(body), JSON_TYPE);
  expect(problem).toMatchObject({ status: 400, detail });
  expect(problem.field).toBe(field);
});

test.each([
  [`/api/records/${"9".repeat(2_000)}`, 414, "A part of the path is too long."],
  ["/%zz", 400, "A percent-escape in the URL is malformed."],
])("what the router refuses is told by its reason: %#", async (path, status, detail) => {
  const reply = await fetch(url + path);
  expect(await reply.json()).toMatchObject({ status, detail });
});
