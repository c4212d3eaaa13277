import type { Queue, QueueAddOptions } from "p-queue";
import { areFree, type Share } from "./shares.ts";

/** On whose behalf something runs: an object that stands for a request, or a reader's name. */
export type Party = object | string;

/** What a task may say of its place in the queue. */
export interface FairOptions extends QueueAddOptions {
  /**
   * Tasks of one priority take turns between parties. Tasks without one are a party of their own
   * together.
   */
  readonly party?: Party | undefined;
  /** It waits, and its party with it, while one of them has no place left: others pass. */
  readonly shares?: readonly Share[] | undefined;
}

type Run = () => Promise<unknown>;

interface Task {
  readonly run: Run;
  readonly shares: readonly Share[];
}
/** Those of a party, in the order in which they came. */
type Tasks = Map<string, Task>;

const NOBODY = {};

/**
 * The order of a p-queue: the highest priority first, and within it the parties in turn, each in its
 * own order. Who asks a lot waits for a lot, and whoever asks little is not behind all of it. A task
 * leaves in constant time: p-queue's own order would look through all that wait, for each that leaves.
 */
export class FairQueue implements Queue<Run, FairOptions> {
  /** By priority; the parties of each with the next in turn in front. */
  readonly #lanes = new Map<number, Map<Party, Tasks>>();
  readonly #places = new Map<string, { readonly priority: number; readonly party: Party }>();

  /** Tasks that may begin. p-queue takes from the queue until there is none. */
  get size(): number {
    return this.#next() === undefined ? 0 : this.#places.size;
  }

  enqueue(run: Run, options: Partial<FairOptions> = {}): void {
    const { priority = 0, party = NOBODY, shares = [], id } = options;
    if (id === undefined) throw new Error("p-queue gives every task an id");
    const lane = this.#lanes.get(priority) ?? new Map<Party, Tasks>();
    this.#lanes.set(priority, lane);
    const tasks = lane.get(party) ?? new Map<string, Task>();
    lane.set(party, tasks);
    tasks.set(id, { run, shares });
    this.#places.set(id, { priority, party });
  }

  dequeue(): Run | undefined {
    const next = this.#next();
    if (next === undefined) return undefined;
    const { lane, party, tasks, id, run } = next;
    this.remove(id);
    // Behind the others, if it has more.
    if (lane.delete(party)) lane.set(party, tasks);
    return run;
  }

  remove(id: string): void {
    const place = this.#places.get(id);
    if (place === undefined) return;
    const { priority, party } = place;
    this.#places.delete(id);
    const lane = this.#lanes.get(priority);
    const tasks = lane?.get(party);
    tasks?.delete(id);
    if (tasks?.size === 0) lane?.delete(party);
    if (lane?.size === 0) this.#lanes.delete(priority);
  }

  setPriority(id: string, priority: number): void {
    const place = this.#places.get(id);
    const task = place && this.#lanes.get(place.priority)?.get(place.party)?.get(id);
    if (place === undefined || task === undefined) return;
    this.remove(id);
    this.enqueue(task.run, { id, priority, party: place.party, shares: task.shares });
  }

  filter({ priority }: Readonly<Partial<FairOptions>>): Run[] {
    const lanes =
      priority === undefined ? [...this.#lanes.values()] : [this.#lanes.get(priority) ?? new Map()];
    return lanes.flatMap((lane) =>
      [...lane.values()].flatMap((tasks: Tasks) => [...tasks.values()].map(({ run }) => run)),
    );
  }

  /** The party in turn that may begin, of the highest priority that has one. */
  #next() {
    const lanes = [...this.#lanes].toSorted(([one], [other]) => other - one);
    for (const [, lane] of lanes)
      for (const [party, tasks] of lane)
        for (const [id, { run, shares }] of tasks) {
          if (areFree(shares)) return { lane, party, tasks, id, run };
          // In its own order: the party's next does not pass this one.
          break;
        }
    return undefined;
  }
}
