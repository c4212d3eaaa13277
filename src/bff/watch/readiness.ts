import type { AuditSink } from "#bff/access/audit/audit-sink.ts";
import type { UpstreamClient } from "#bff/upstream/upstream-client.ts";
import { UpstreamError } from "#bff/upstream/upstream-error.ts";
import type { ErrorCode } from "#contract/api/errors.ts";

/** Whether the server can do its work now. */
export interface Readiness {
  readonly ready: boolean;
  /** Why not. */
  readonly code?: ErrorCode;
  /** More of it, in a sentence. */
  readonly detail?: string;
}

/** Answers of an upstream that is there and takes our signature. */
const READY_CODES: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  "upstream_forbidden",
  "upstream_throttled",
  "upstream_parameter",
]);

/**
 * The readiness of the upstream, by one small call that is signed with our credentials.
 *
 * @param fault what is known to be wrong with it
 */
export async function checkUpstream(
  upstream: UpstreamClient,
  fault: string | undefined,
): Promise<Readiness> {
  if (fault !== undefined) return { ready: false, code: "upstream_failed", detail: fault };
  try {
    await upstream.call("ListInstances", { PageNumber: "1", PageSize: "1" });
    return { ready: true };
  } catch (error) {
    const code = error instanceof UpstreamError ? error.code : "internal";
    return READY_CODES.has(code) ? { ready: true } : { ready: false, code };
  }
}

/** The readiness of the audit log, without which nothing is shown. */
export async function checkAudit(sink: AuditSink | undefined): Promise<Readiness> {
  try {
    await sink?.check();
    return { ready: true };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "an error";
    const remedy = code === "ENOSPC" ? "make room on its disk" : "see to its file and disk";
    const detail = `The audit log (AUDIT_FILE, or standard output) cannot be written (${code}): ${remedy}.`;
    return { ready: false, code: "audit_failed", detail };
  }
}
