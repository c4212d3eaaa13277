import { BffError } from "#bff/http/bff-error.ts";

/** What was counted; null where there are too many calls to find it among. */
export async function knownOrNull<T>(count: () => Promise<T>): Promise<T | null> {
  try {
    return await count();
  } catch (error) {
    if (error instanceof BffError && error.code === "too_many_calls") return null;
    throw error;
  }
}
