import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import * as z from "zod";
import { PROJECT_ROOT } from "#process/project-paths.ts";
import { auditEventSchema } from "./audit-event.ts";

test("the schema that log systems are given is that of the code", () => {
  const published = readFileSync(join(PROJECT_ROOT, "docs/audit-event.schema.json"), "utf8");
  expect(JSON.parse(published)).toEqual(z.toJSONSchema(auditEventSchema));
});
