/** The calls that are under way. All who want the same answer wait for one call. */
export interface SharedFlights<T> {
  /** Whether one of this key is under way that began at `since` or later (ms, monotonic). */
  has(key: string, since?: number): boolean;
  /**
   * Waits for the call of this key, which `start` begins if there is none, or none that began at
   * `since` or later: whoever joins after that joins the newer. When the last who waits has left, the
   * call is aborted and forgotten; a failure is told to all, and forgotten too.
   *
   * @throws what the call throws; or the signal's reason
   */
  join(key: string, signal: AbortSignal, start: Start<T>, since?: number): Promise<T>;
}

/** The signal is aborted when nobody wants the answer any more. */
export type Start<T> = (signal: AbortSignal) => Promise<T>;

interface Flight<T> {
  readonly answer: Promise<T>;
  readonly controller: AbortController;
  readonly beganAt: number;
  waiting: number;
}

export function createSharedFlights<T>(): SharedFlights<T> {
  const flights = new Map<string, Flight<T>>();

  function forget(key: string, flight: Flight<T>) {
    if (flights.get(key) === flight) flights.delete(key);
  }

  function begin(key: string, start: Start<T>): Flight<T> {
    const controller = new AbortController();
    const beganAt = performance.now();
    const answer = start(controller.signal).finally(() => forget(key, flight));
    // Whoever waits hears of it; that nobody waits any more is no fault.
    answer.catch(() => undefined);
    const flight = { answer, controller, beganAt, waiting: 0 };
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

  function find(key: string, since: number): Flight<T> | undefined {
    const flight = flights.get(key);
    return flight !== undefined && flight.beganAt >= since ? flight : undefined;
  }

  return {
    has: (key, since = -Infinity) => find(key, since) !== undefined,
    // Async, so that whatever is thrown is thrown in the same way.
    async join(key, signal, start, since = -Infinity) {
      signal.throwIfAborted();
      return waitFor(key, find(key, since) ?? begin(key, start), signal);
    },
  };
}
