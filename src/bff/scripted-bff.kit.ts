import { onTestFinished } from "vitest";
import type { BffDeps } from "./app.ts";
import { createTestBff, type TestBff } from "./bff.kit.ts";
import {
  startScriptedUpstream,
  type Answer,
  type ScriptedUpstream,
} from "./upstream/scripted-upstream.kit.ts";

export interface ScriptedBff extends TestBff {
  readonly upstream: ScriptedUpstream;
}

/** For tests: a BFF before an upstream that answers as scripted; both end with the test. */
export async function openScriptedBff(
  script: readonly Answer[],
  environment: Readonly<Record<string, string>> = {},
  deps: Partial<BffDeps> = {},
): Promise<ScriptedBff> {
  const upstream = await startScriptedUpstream(...script);
  onTestFinished(() => upstream.close());
  const bff = await createTestBff(upstream.endpoint, environment, deps);
  // The latest is closed first.
  onTestFinished(() => bff.app.close());
  return { ...bff, upstream };
}
