/** The upstream's `TotalCount`; null where it does not say. Numbers may come as text. */
export function readTotal(raw: number | string | null | undefined): number | null {
  const total = typeof raw === "string" && raw.trim() !== "" ? Number(raw) : raw;
  return typeof total === "number" && Number.isSafeInteger(total) && total >= 0 ? total : null;
}
