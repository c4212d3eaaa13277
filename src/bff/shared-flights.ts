/** Calls that are under way, each for all who want its answer. */
export interface SharedFlights<T> {
  has(key: string): boolean;
  /**
   * Waits for the call of this key, which `start` begins if there is none. When the last who waits
   * has left, the call is aborted and forgotten; a failure is told to all, and forgotten too.
   *
   * @throws what the call throws; or the signal's reason
   */
  join(key: string, signal: AbortSignal, start?: (signal: AbortSignal) => Promise<T>): Promise<T>;
}

interface Flight<T> {
  readonly answer: Promise<T>;
  readonly controller: AbortController;
  waiting: number;
}

export function createSharedFlights<T>(): SharedFlights<T> {
  const flights = new Map<string, Flight<T>>();

  function begin(key: string, start: (signal: AbortSignal) => Promise<T>): Flight<T> {
    const controller = new AbortController();
    const answer = start(controller.signal).finally(() => {
      if (flights.get(key) === flight) flights.delete(key);
    });
    // Whoever waits hears of it; that nobody waits any more is no fault.
    answer.catch(() => undefined);
    const flight = { answer, controller, waiting: 0 };
    flights.set(key, flight);
    return flight;
  }

  return {
    has: (key) => flights.has(key),
    join(key, signal, start) {
      const flight = flights.get(key) ?? (start && begin(key, start));
      if (flight === undefined) throw new Error("nobody has begun this");
      flight.waiting += 1;
      return new Promise<T>((resolve, reject) => {
        const leave = () => {
          reject(signal.reason);
          flight.waiting -= 1;
          if (flight.waiting > 0) return;
          if (flights.get(key) === flight) flights.delete(key);
          flight.controller.abort(signal.reason);
        };
        signal.addEventListener("abort", leave, { once: true });
        flight.answer.then(resolve, reject).finally(() => {
          signal.removeEventListener("abort", leave);
        });
      });
    },
  };
}
