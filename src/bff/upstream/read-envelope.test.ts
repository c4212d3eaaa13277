import { expect, test } from "vitest";
import { readEnvelope } from "./read-envelope.ts";
import { UpstreamError } from "./upstream-error.ts";

const reply = (body: unknown, status = 200) => ({
  status,
  contentType: "application/json",
  requestId: undefined,
  retryAfterMs: undefined,
  text: JSON.stringify(body),
});

test("one field of another type does not cost the data", () => {
  const odd = { Code: 200, Message: 5, RequestId: 12345, HttpStatusCode: true, Data: { List: [] } };
  expect(readEnvelope(reply(odd))).toMatchObject({ data: { List: [] }, requestId: undefined });
});

test("a refusal stays the refusal it is, whatever its message", () => {
  const refused = { Code: "Parameter.Format", Message: 5, RequestId: "id-1" };
  expect(() => readEnvelope(reply(refused, 400))).toThrow(
    expect.objectContaining({ code: "upstream_parameter" }),
  );
});

test("what does not look like an id or a code is not passed on", () => {
  const hostile = { Code: "13800001111", RequestId: "<img>\n13800001111" };
  let refusal: unknown;
  try {
    readEnvelope(reply(hostile, 400));
  } catch (error) {
    refusal = error;
  }
  expect(refusal).toBeInstanceOf(UpstreamError);
  expect(JSON.stringify(refusal) + String(refusal)).not.toContain("13800001111");
});
