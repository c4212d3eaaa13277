import { pageDataSchema } from "#contract/upstream/envelope.ts";
import type { UpstreamReply } from "./read-envelope.ts";
import { UpstreamError } from "./upstream-error.ts";

/** A page of an operation that answers in pages. */
export interface UpstreamPage {
  /** Each item as it came. */
  readonly items: readonly unknown[];
  /** `TotalCount`; null where the upstream does not say. */
  readonly total: number | null;
}

/**
 * The page in a reply. An upstream that counts 0 may leave the list out; any other must bring it.
 *
 * @throws UpstreamError `upstream_bad_reply`
 */
export function readPage({
  data,
  requestId,
}: Pick<UpstreamReply, "data" | "requestId">): UpstreamPage {
  const page = pageDataSchema.safeParse(data).data;
  const total = readTotal(page?.TotalCount);
  const items = page?.List ?? (total === 0 ? [] : undefined);
  if (items === undefined) throw new UpstreamError("upstream_bad_reply", { requestId });
  return { items, total };
}

/** Numbers may come as text. */
function readTotal(raw: number | string | null | undefined): number | null {
  const total = typeof raw === "string" && raw.trim() !== "" ? Number(raw) : raw;
  return typeof total === "number" && Number.isSafeInteger(total) && total >= 0 ? total : null;
}
