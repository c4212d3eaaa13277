import { TAB_HEADER } from "#contract/api/tab.ts";

/** Of this load of the page, and of nobody: it only tells tabs apart. Not by `randomUUID`, which plain HTTP lacks. */
const name = [...crypto.getRandomValues(new Uint8Array(12))]
  .map((byte) => byte.toString(36))
  .join("");

/** What every request of this tab carries. */
export const TAB_HEADERS = { [TAB_HEADER]: name } as const;
