import type {
  DuckDBConnection,
  DuckDBInstance,
  DuckDBPreparedStatement,
  DuckDBResultReader,
} from "@duckdb/node-api";

export type SqlParam = string | number | boolean;

/** SQL text with `$1`, `$2`, … and what they stand for. */
export interface SqlQuery {
  readonly text: string;
  readonly params: readonly SqlParam[];
}

/** Runs queries on a few connections, so that one long query does not hold up the others. */
export interface ConnectionPool {
  /**
   * @param signal aborted, it takes a query out of the queue and stops one that runs; the promise is
   *   then rejected
   */
  run(query: SqlQuery, signal?: AbortSignal): Promise<DuckDBResultReader>;
  /** Whether nothing runs. */
  readonly isIdle: boolean;
  /** Waits for what runs. What is asked afterwards is refused. */
  close(): Promise<void>;
}

/**
 * A running query holds a thread of libuv's pool, which has four by default; the last is left for
 * reading files and for live calls, whose writes are short. DuckDB itself spreads each query over
 * all cores.
 */
const CONNECTIONS = 3;
/** A page asks three statements; the rest is room for the filters of some people at once. */
const STATEMENTS_PER_CONNECTION = 48;
/** Between attempts to stop a statement that nobody waits for. */
const INTERRUPT_MS = 10;

interface Member {
  readonly connection: DuckDBConnection;
  /** Oldest use first. */
  readonly statements: Map<string, DuckDBPreparedStatement>;
}

/**
 * DuckDB plans a statement anew whenever it is run with parameters. One without any keeps its plan,
 * which may be wrong once records have been added (its GROUP BY counts on the least and greatest
 * values of then), so it is not kept.
 */
async function prepared(member: Member, text: string): Promise<DuckDBPreparedStatement> {
  const { connection, statements } = member;
  const statement = statements.get(text) ?? (await connection.prepare(text));
  statements.delete(text);
  statements.set(text, statement);
  const [oldest] = statements.keys();
  if (statements.size > STATEMENTS_PER_CONNECTION && oldest !== undefined) {
    statements.get(oldest)?.destroySync();
    statements.delete(oldest);
  }
  return statement;
}

async function runOn(member: Member, { text, params }: SqlQuery): Promise<DuckDBResultReader> {
  if (params.length === 0) return member.connection.runAndReadAll(text);
  const statement = await prepared(member, text);
  try {
    statement.bind([...params]);
    return await statement.runAndReadAll();
  } catch (error) {
    // Whatever state it is in, it is not used again.
    member.statements.delete(text);
    statement.destroySync();
    throw error;
  }
}

export async function createConnectionPool(instance: DuckDBInstance): Promise<ConnectionPool> {
  const members: Member[] = [];
  for (let i = 0; i < CONNECTIONS; i += 1)
    members.push({ connection: await instance.connect(), statements: new Map() });
  const free = [...members];
  const waiting: ((member: Member) => void)[] = [];
  const running = new Set<Promise<unknown>>();
  let closed = false;

  function acquire(signal: AbortSignal | undefined): Promise<Member> {
    const member = free.pop();
    if (member !== undefined) return Promise.resolve(member);
    return new Promise((resolve, reject) => {
      waiting.push(resolve);
      signal?.addEventListener("abort", () => {
        const place = waiting.indexOf(resolve);
        if (place < 0) return;
        waiting.splice(place, 1);
        reject(signal.reason);
      });
    });
  }

  function release(member: Member): void {
    const next = waiting.shift();
    if (next === undefined) free.push(member);
    else next(member);
  }

  async function runNext(query: SqlQuery, signal: AbortSignal | undefined) {
    signal?.throwIfAborted();
    const member = await acquire(signal);
    // Again and again: DuckDB forgets an interrupt that comes before the statement has begun.
    let again: NodeJS.Timeout | undefined;
    const interrupt = () => {
      again = setInterval(() => member.connection.interrupt(), INTERRUPT_MS);
    };
    signal?.addEventListener("abort", interrupt);
    try {
      signal?.throwIfAborted();
      return await runOn(member, query);
    } finally {
      clearInterval(again);
      signal?.removeEventListener("abort", interrupt);
      release(member);
    }
  }

  return {
    run(query, signal) {
      if (closed) return Promise.reject(new Error("The database is closed."));
      const result = runNext(query, signal);
      running.add(result);
      const forget = () => running.delete(result);
      result.then(forget, forget);
      return result;
    },
    get isIdle() {
      return running.size === 0 && !closed;
    },
    async close() {
      if (closed) return;
      closed = true;
      await Promise.allSettled(running);
      for (const { connection, statements } of members) {
        for (const statement of statements.values()) statement.destroySync();
        connection.closeSync();
      }
    },
  };
}
