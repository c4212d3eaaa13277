import * as z from "zod/mini";

const count = z.int().check(z.minimum(0));

/**
 * What a request of the browser has cost upstream. `calls`: requests that the BFF sent, retries
 * included. `throttled`: those of them that the upstream refused for coming too fast.
 */
export const spentSchema = z.object({ calls: count, throttled: count });

/** See {@link spentSchema}. */
export type Spent = z.infer<typeof spentSchema>;
