import type { SampleLine } from "#contract/api/sample.ts";
import type { SampleDraw } from "#contract/filter/sample-draw.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { MOST_SORTED } from "#contract/record/list-limits.ts";
import type { UnpinnedCalls } from "#contract/view/call-set.ts";
import { agentsOf, callsOfAgent, isOfAgent } from "./agents.ts";
import { createSampleReader, type SampleReader, type SampleReaderDeps } from "./sample-reader.ts";

export interface SampleDeps extends SampleReaderDeps {
  readonly tell: (line: SampleLine) => void;
}

/** Draws calls of a set, of all together or of each agent. Resolves when all are told. */
export async function drawSample(
  set: UnpinnedCalls,
  draw: SampleDraw,
  { tell, ...deps }: SampleDeps,
): Promise<void> {
  const calls = createSampleReader(draw, deps);
  const total = await calls.count(set);
  await (draw.per === "all"
    ? drawOfAll(set, total, draw.calls, calls, tell)
    : drawOfAgents(set, total, calls, tell));
}

async function drawOfAll(
  set: UnpinnedCalls,
  total: number,
  of: number,
  calls: SampleReader,
  tell: SampleDeps["tell"],
): Promise<void> {
  let looked = 0;
  const drawn = await calls.draw(set, "", () => {
    looked += 1;
    tell({ done: Math.min(looked, of), of });
  });
  tell({ total, among: drawn.among });
  tell({ calls: [...drawn.calls] });
}

/**
 * Where all calls can be read, all agents are known and nothing more is asked for; otherwise those whom the newest
 * calls name, of each of whom the calls are counted and drawn by themselves.
 */
async function drawOfAgents(
  set: UnpinnedCalls,
  total: number,
  calls: SampleReader,
  tell: SampleDeps["tell"],
): Promise<void> {
  const among = await calls.countLongEnough(set);
  const all =
    among !== undefined && among <= MOST_SORTED ? await calls.readAll(set, among) : undefined;
  const named: readonly CallRecord[] = all ?? (await calls.newest(set));
  const { agents, areAll } = agentsOf(named, set.criteria, all !== undefined);
  tell({ total, among: among ?? null, areAllAgents: areAll });
  let done = 0;
  const of = agents.length;
  tell({ done, of });
  await Promise.all(
    agents.map(async (agent) => {
      const drawn = await (all === undefined
        ? calls.draw(callsOfAgent(set, agent), agent.id)
        : calls.drawRead(
            all.filter((record) => isOfAgent(record, agent)),
            agent.id,
          ));
      done += 1;
      tell({ calls: [...drawn.calls], agent: { ...agent, among: drawn.among } });
      tell({ done, of });
    }),
  );
}
