import { ApiError } from "./api-error.ts";

/**
 * An answer of a server that speaks from time to time.
 *
 * @param silenceMs longer than it is ever silent
 * @throws {ApiError} where it gives no sign of life: the way there is broken
 */
export async function soon<T>(answer: Promise<T>, silenceMs: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new ApiError("network")), silenceMs);
  });
  try {
    return await Promise.race([answer, silence]);
  } finally {
    clearTimeout(timer);
  }
}
