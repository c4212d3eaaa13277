import type { Queue, QueueAddOptions } from "p-queue";

/** What a task may say of its place in the queue. */
export interface FairOptions extends QueueAddOptions {
  /**
   * On whose behalf it runs, such as a request: tasks of one priority take turns between parties.
   * Tasks without one are a party of their own together.
   */
  readonly party?: object | undefined;
}

type Run = () => Promise<unknown>;
type Party = Map<string, Run>;

const NOBODY = {};

/**
 * The order of a p-queue: the highest priority first, and within it the parties in turn, each in its
 * own order. Who asks a lot waits for a lot, and whoever asks little is not behind all of it. A task
 * leaves in constant time: p-queue's own order would look through all that wait, for each that leaves.
 */
export class FairQueue implements Queue<Run, FairOptions> {
  /** By priority; the parties of each with the next in turn in front. */
  readonly #lanes = new Map<number, Map<object, Party>>();
  readonly #places = new Map<string, { readonly priority: number; readonly party: object }>();

  get size(): number {
    return this.#places.size;
  }

  enqueue(run: Run, options: Partial<FairOptions> = {}): void {
    const { priority = 0, party = NOBODY, id } = options;
    if (id === undefined) throw new Error("p-queue gives every task an id");
    const lane = this.#lanes.get(priority) ?? new Map<object, Party>();
    this.#lanes.set(priority, lane);
    const tasks = lane.get(party) ?? new Map<string, Run>();
    lane.set(party, tasks);
    tasks.set(id, run);
    this.#places.set(id, { priority, party });
  }

  dequeue(): Run | undefined {
    if (this.size === 0) return undefined;
    const lane = this.#lanes.get(Math.max(...this.#lanes.keys()));
    for (const [party, tasks] of lane ?? [])
      for (const [id, run] of tasks) {
        this.remove(id);
        // Behind the others, if it has more.
        if (lane?.delete(party) === true) lane.set(party, tasks);
        return run;
      }
    return undefined;
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
    const run = place && this.#lanes.get(place.priority)?.get(place.party)?.get(id);
    if (place === undefined || run === undefined) return;
    this.remove(id);
    this.enqueue(run, { id, priority, party: place.party });
  }

  filter({ priority }: Readonly<Partial<FairOptions>>): Run[] {
    const lanes =
      priority === undefined ? [...this.#lanes.values()] : [this.#lanes.get(priority) ?? new Map()];
    return lanes.flatMap((lane) => [...lane.values()].flatMap((tasks) => [...tasks.values()]));
  }
}
