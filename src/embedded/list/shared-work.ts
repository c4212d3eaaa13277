interface Work<T> {
  readonly result: Promise<T>;
  readonly stop: () => void;
  waiting: number;
}

/**
 * Does what is asked by the same name at the same time once, for all who ask; it is stopped when the
 * last of them has gone.
 *
 * @param signal whoever asks is gone; their promise is rejected with its reason
 */
export type SharedWork<T> = (
  name: string,
  start: (signal: AbortSignal) => Promise<T>,
  signal?: AbortSignal,
) => Promise<T>;

export function createSharedWork<T>(): SharedWork<T> {
  const running = new Map<string, Work<T>>();

  function begin(name: string, start: (signal: AbortSignal) => Promise<T>): Work<T> {
    const controller = new AbortController();
    const forget = () => {
      if (running.get(name) === work) running.delete(name);
    };
    const work: Work<T> = {
      result: start(controller.signal).finally(forget),
      stop() {
        // Who asks from now on is not to be given what was stopped.
        forget();
        controller.abort();
      },
      waiting: 0,
    };
    running.set(name, work);
    return work;
  }

  return (name, start, signal) =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const work = running.get(name) ?? begin(name, start);
      work.waiting += 1;
      work.result.then(resolve, reject);
      signal?.addEventListener("abort", () => {
        work.waiting -= 1;
        if (work.waiting === 0) work.stop();
        reject(signal.reason);
      });
    });
}
