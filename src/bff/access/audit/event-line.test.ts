import fc from "fast-check";
import { expect, test } from "vitest";
import { auditEventSchema, type AuditEvent } from "./audit-event.ts";
import { eventLine } from "./event-line.ts";

/** An event of which every text that may come from outside is `text`. */
function eventOf(text: string): AuditEvent {
  return {
    class_uid: 6003,
    category_uid: 6,
    activity_id: 2,
    type_uid: 600_302,
    time: 0,
    severity_id: 3,
    status_id: 2,
    status_code: text,
    actor: { user: { uid: text, name: text, type_id: 1 } },
    src_endpoint: { ip: "192.0.2.7" },
    http_request: { http_method: text, url: { path: text } },
    metadata: {
      version: "1.5.0",
      product: { name: "Callscope", vendor_name: "Callscope", version: text },
      uid: text,
    },
    api: { operation: "number.reveal", response: { code: 403, error: text } },
    resources: [{ uid: text, type: "call record" }],
    unmapped: {
      instances: [text],
      filter: { agent: Array.from({ length: 100 }, () => text) },
      reason: text,
      right: text,
    },
  };
}

const INJECTED = [
  'x\n{"class_uid":3002}',
  "x\r\ny",
  "x\u2028y\u2029z\u0085",
  "\u001b[2J\u001b[31mred",
  "\u009b31m",
  "\u0000\b\u007f",
  '"},{"',
  '\\\\"\\u0022',
  "\u202e⁦txt",
  "\ud800",
  "x".repeat(1_000_000),
  "😀".repeat(500),
];

function expectOneSafeLine(text: string): void {
  const line = eventLine(eventOf(text));
  expect(line.indexOf("\n")).toBe(line.length - 1);
  expect(line.slice(0, -1)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  expect(line.length).toBeLessThan(100_000);
  const event = auditEventSchema.parse(JSON.parse(line));
  const { uid = "" } = event.actor.user;
  // What is kept is what came, and not a letter of another meaning.
  expect(text.startsWith(uid.replace(/…$/, ""))).toBe(true);
}

test.each(INJECTED.map((text) => [JSON.stringify(text).slice(0, 40), text]))(
  "%s in every field is one line, and no more than text",
  (_name, text) => expectOneSafeLine(text),
);

test("any text in every field is one line, and no more than text", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), expectOneSafeLine));
});
