import { Counter, Gauge, Histogram, Registry } from "prom-client";
import type { BusyReason } from "#bff/calls/call-backlog.ts";
import { PURPOSES, type Purpose } from "#bff/calls/call-reader.ts";
import type { CallReaderEvent } from "#bff/calls/create-call-reader.ts";
import type { HttpEvent } from "#bff/http/request-log.ts";
import type { UpstreamCallEvent } from "#bff/upstream/upstream-client.ts";

/** The counters of one server. */
export interface Metrics {
  readonly contentType: string;
  /** In the text format of Prometheus. */
  read(): Promise<string>;
  observeHttp(event: HttpEvent): void;
  observeUpstream(event: UpstreamCallEvent): void;
  observeReading(event: CallReaderEvent): void;
  /** Something was refused since there is too much to do; `request`: at the door, whatever it was for. */
  noteRefused(purpose: Purpose | "request", reason: BusyReason): void;
  /** Where it is read how many calls wait for their turn upstream. */
  watchWaiting(waiting: (purpose: Purpose) => number): void;
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** The counters stand in a registry of their own. No label holds anything about a person. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const http = new Histogram({
    name: "callscope_http_request_duration_seconds",
    help: "Requests by route and status",
    labelNames: ["method", "route", "status"] as const,
    buckets: SECONDS,
    registers: [registry],
  });
  const upstream = new Histogram({
    name: "callscope_upstream_call_duration_seconds",
    help: "Calls to the upstream by operation and outcome, retries included",
    labelNames: ["operation", "outcome"] as const,
    buckets: SECONDS,
    registers: [registry],
  });
  const retries = new Counter({
    name: "callscope_upstream_retries_total",
    help: "Requests sent to the upstream beyond the first of their call",
    labelNames: ["operation"] as const,
    registers: [registry],
  });
  const readings = new Counter({
    name: "callscope_readings_total",
    help: "Pages and counts of calls by purpose, and whether each was called for, joined or kept",
    labelNames: ["purpose", "by"] as const,
    registers: [registry],
  });
  const refused = new Counter({
    name: "callscope_refused_total",
    help: "What was refused as too much to do, by purpose, and for how long it would wait or what all hold",
    labelNames: ["purpose", "reason"] as const,
    registers: [registry],
  });
  return {
    contentType: registry.contentType,
    read: () => registry.metrics(),
    observeHttp: ({ method, route, status, seconds }) =>
      http.observe({ method, route, status }, seconds),
    observeUpstream({ operation, outcome, seconds, tries }) {
      upstream.observe({ operation, outcome }, seconds);
      if (tries > 1) retries.inc({ operation }, tries - 1);
    },
    observeReading: ({ purpose, by }) => readings.inc({ purpose, by }),
    noteRefused: (purpose, reason) => refused.inc({ purpose, reason }),
    watchWaiting(waiting) {
      const gauge = new Gauge({
        name: "callscope_waiting_calls",
        help: "Calls that wait for their turn upstream, by purpose",
        labelNames: ["purpose"] as const,
        registers: [registry],
        collect() {
          for (const purpose of PURPOSES) gauge.set({ purpose }, waiting(purpose));
        },
      });
    },
  };
}
