/** Calls that are under way, each for all who want its answer. */
export interface SharedFlights<T> {
  has(key: string): boolean;
  /**
   * Waits for the call of this key, which `start` begins if there is none. When the last who waits
   * has left, the call is aborted and forgotten; a failure is told to all, and forgotten too.
   *
   * @throws what the call throws; or the signal's reason
   */
  join(key: string, signal: AbortSignal, start: Start<T>): Promise<T>;
  /** The same, but begins a call even where one is under way: whoever joins later joins this one. */
  joinNew(key: string, signal: AbortSignal, start: Start<T>): Promise<T>;
}

/** The signal is aborted when nobody wants the answer any more. */
export type Start<T> = (signal: AbortSignal) => Promise<T>;

interface Flight<T> {
  readonly answer: Promise<T>;
  readonly controller: AbortController;
  waiting: number;
}

export function createSharedFlights<T>(): SharedFlights<T> {
  const flights = new Map<string, Flight<T>>();

  function forget(key: string, flight: Flight<T>) {
    if (flights.get(key) === flight) flights.delete(key);
  }

  function begin(key: string, start: Start<T>): Flight<T> {
    const controller = new AbortController();
    const answer = start(controller.signal).finally(() => forget(key, flight));
    // Whoever waits hears of it; that nobody waits any more is no fault.
    answer.catch(() => undefined);
    const flight = { answer, controller, waiting: 0 };
    flights.set(key, flight);
    return flight;
  }

  function waitFor(key: string, flight: Flight<T>, signal: AbortSignal): Promise<T> {
    flight.waiting += 1;
    return new Promise<T>((resolve, reject) => {
      const leave = () => {
        reject(signal.reason);
        flight.waiting -= 1;
        if (flight.waiting > 0) return;
        // Before it is aborted: who asks in the same moment must not join what ends.
        forget(key, flight);
        flight.controller.abort(signal.reason);
      };
      signal.addEventListener("abort", leave, { once: true });
      const stay = () => signal.removeEventListener("abort", leave);
      flight.answer.finally(stay).then(resolve, reject);
    });
  }

  return {
    has: (key) => flights.has(key),
    // Async, so that whatever is thrown is thrown in the same way.
    async join(key, signal, start) {
      signal.throwIfAborted();
      return waitFor(key, flights.get(key) ?? begin(key, start), signal);
    },
    async joinNew(key, signal, start) {
      signal.throwIfAborted();
      return waitFor(key, begin(key, start), signal);
    },
  };
}
