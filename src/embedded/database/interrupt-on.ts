import type { DuckDBConnection } from "@duckdb/node-api";

const EVERY_MS = 50;

/**
 * Ends whatever the connection runs, from when the one signal is aborted until the other is. Again
 * and again: DuckDB forgets an interruption that comes between two statements.
 */
export function interruptOn(
  connection: DuckDBConnection,
  { from, until }: { readonly from: AbortSignal | undefined; readonly until: AbortSignal },
): void {
  const interrupt = () => {
    connection.interrupt();
    const timer = setInterval(() => connection.interrupt(), EVERY_MS);
    until.addEventListener("abort", () => clearInterval(timer));
  };
  from?.addEventListener("abort", interrupt, { once: true, signal: until });
}
