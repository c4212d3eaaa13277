import * as z from "zod";
import type { Session } from "#contract/api/session.ts";
import { readPage } from "./read-page.ts";
import type { CallOptions, UpstreamClient } from "./upstream-client.ts";

/** An instance, by its id and the name that people read. */
export type Instance = Session["instances"][number];

const PAGE_SIZE = 100;
/** An account holds a handful of instances; the limit is against an upstream that never ends. */
const MAX_PAGES = 20;

const instanceSchema = z.object({ Id: z.string().min(1), Name: z.string().nullish() });

/**
 * Every instance that the credentials see, in the upstream's order.
 *
 * @throws UpstreamError
 */
export async function listInstances(
  upstream: UpstreamClient,
  options: CallOptions = {},
): Promise<readonly Instance[]> {
  const instances = new Map<string, Instance>();
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const params = { PageNumber: String(page), PageSize: String(PAGE_SIZE) };
    const { items } = readPage(await upstream.call("ListInstances", params, options));
    for (const raw of items) {
      const instance = instanceSchema.safeParse(raw);
      if (!instance.success) continue;
      const { Id: id, Name: name } = instance.data;
      instances.set(id, { id, name: name || id });
    }
    if (items.length < PAGE_SIZE) break;
  }
  return [...instances.values()];
}
