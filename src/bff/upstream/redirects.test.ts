import { expect, onTestFinished, test } from "vitest";
import { openScriptedBff } from "#bff/scripted-bff.kit.ts";
import { json, ok, startScriptedUpstream } from "./scripted-upstream.kit.ts";

test.each([301, 302, 303, 307, 308])(
  "an upstream that leads elsewhere by %d is not followed, and our signature goes nowhere",
  async (status) => {
    const elsewhere = await startScriptedUpstream(ok({ List: [], TotalCount: 0 }));
    onTestFinished(() => elsewhere.close());
    const bff = await openScriptedBff([json(status, {}, { location: elsewhere.endpoint })]);
    const problem = await bff.problem("/api/records?instance=ccc-test");
    expect(problem.status).toBeGreaterThanOrEqual(400);
    expect(elsewhere.requests).toEqual([]);
  },
);
