import { expect, test } from "vitest";
import { DEFAULT_SORT } from "#contract/view/sort.ts";
import { listRecords } from "./list-records.ts";
import type { UpstreamClient } from "./upstream-client.ts";

const REQUEST = {
  instance: "ccc-test",
  range: { from: 0, to: 1 },
  criteria: {},
  sort: DEFAULT_SORT,
  page: 1,
  pageSize: 2,
};

/** What is read of a reply with these records. */
function read(List: readonly object[]) {
  const upstream: UpstreamClient = {
    call: () =>
      Promise.resolve({ data: { TotalCount: 9, List }, requestId: "request-1", chars: 50 }),
    close: () => Promise.resolve(),
  };
  return listRecords(upstream, REQUEST, {});
}

test("a page has the records that were asked for, those without an instance among them", async () => {
  const page = await read([{ ContactId: "a", InstanceId: "ccc-test" }, { ContactId: "b" }]);
  expect(page).toMatchObject({
    records: [{ contactId: "a" }, { contactId: "b" }],
    total: 9,
    bytes: 150,
  });
});

test.each([
  [
    "more records than were asked for",
    [{ ContactId: "a" }, { ContactId: "b" }, { ContactId: "c" }],
  ],
  [
    "a record of another instance",
    [
      { ContactId: "a", InstanceId: "ccc-test" },
      { ContactId: "b", InstanceId: "ccc-other" },
    ],
  ],
])("%s is no answer to the request", async (_name, records) => {
  await expect(read(records)).rejects.toMatchObject({
    code: "upstream_bad_reply",
    parts: { requestId: "request-1" },
  });
});
