import type { RequestRoom } from "#bff/http/request-room.ts";

/** Notes what one more page weighs. */
export type NotePage = (bytes: number) => void;

/** Where call sets are read, to be counted: as many at a time as have room. Others wait, which costs little. */
export interface ReadingRoom {
  /**
   * Reads once there is room. Whoever reads least comes first, and nobody is passed by what is smaller and
   * would have room: a great set would wait for ever. Where nobody reads, there always is.
   *
   * @param bytes what all pages will weigh, about; what they do weigh counts where it is more
   * @throws what `read` throws; the signal's reason
   */
  run<T>(wanted: WantedReading, read: (note: NotePage) => Promise<T>): Promise<T>;
}

export interface WantedReading {
  readonly reader: string;
  readonly bytes: number;
  readonly signal: AbortSignal;
}

/** Of the room for requests: what is read is for those that are in, and must not keep others out. */
const SHARE = 1 / 2;

type Waiting = WantedReading & { letIn(): void };

export function createReadingRoom(room: RequestRoom): ReadingRoom {
  const waiting: Waiting[] = [];
  /** By whom. */
  const underWay: string[] = [];
  let held = 0;

  const countOf = (reader: string) => underWay.filter((one) => one === reader).length;
  const fits = ({ bytes }: WantedReading) =>
    underWay.length === 0 || (held + bytes <= room.most * SHARE && room.hasRoom(bytes));

  function hold(bytes: number): () => void {
    held += bytes;
    const letGo = room.hold(bytes);
    return () => {
      held -= bytes;
      letGo();
    };
  }

  function letIn(): void {
    for (;;) {
      const [next] = waiting.toSorted((a, b) => countOf(a.reader) - countOf(b.reader));
      if (next === undefined || !fits(next)) return;
      remove(waiting, next);
      next.letIn();
    }
  }

  /** Resolves with what lets go of all that was held. */
  function enter(wanted: WantedReading): Promise<{ note: NotePage; leave: () => void }> {
    const { reader, bytes, signal } = wanted;
    signal.throwIfAborted();
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        remove(waiting, one);
        reject(signal.reason);
        // Whoever it stood before may have room.
        letIn();
      };
      const one: Waiting = {
        ...wanted,
        letIn() {
          signal.removeEventListener("abort", giveUp);
          underWay.push(reader);
          const letGo = [hold(bytes)];
          let more = -bytes;
          resolve({
            note(some) {
              const before = Math.max(0, more);
              more += some;
              if (more > 0) letGo.push(hold(more - before));
            },
            leave() {
              for (const release of letGo) release();
              remove(underWay, reader);
              letIn();
            },
          });
        },
      };
      signal.addEventListener("abort", giveUp, { once: true });
      waiting.push(one);
      letIn();
    });
  }

  return {
    async run(wanted, read) {
      const { note, leave } = await enter(wanted);
      try {
        return await read(note);
      } finally {
        leave();
      }
    },
  };
}

function remove<T>(list: T[], one: T): void {
  list.splice(list.indexOf(one), 1);
}
