interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Own processor time, µs. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/**
 * Tasks of the main threads of pages that took the processor for so long by themselves: what else the machine
 * did meanwhile does not count.
 *
 * @param trace by `browser.startTracing` with the category `toplevel`
 * @returns ms
 */
export function longTasks(trace: Buffer, longMs: number): readonly number[] {
  const { traceEvents } = JSON.parse(trace.toString("utf8")) as {
    readonly traceEvents: readonly TraceEvent[];
  };
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain")
      .map(threadOf),
  );
  return traceEvents
    .filter((event) => event.name.endsWith("RunTask") && mains.has(threadOf(event)))
    .map(({ tdur = 0 }) => tdur / 1000)
    .filter((ms) => ms >= longMs);
}
