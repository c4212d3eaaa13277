import type { RecordPage, RecordStore, WireListRequest } from "#upstream/store/record-store.ts";
import type { EmbeddedDatabase } from "./database/database.ts";
import { createProber, isCountProbe } from "./list/count-probes.ts";
import { fetchPeople } from "./list/fetch-people.ts";
import { fetchRecords, findRecord } from "./list/fetch-records.ts";
import { countRecords, createKeyLister } from "./list/list-keys.ts";

/** The store of an open database. Closing it closes the database. */
export function createDuckDbStore(database: EmbeddedDatabase): RecordStore {
  const listKeys = createKeyLister(database);
  const probe = createProber(database);

  /**
   * First the keys of the page, then its rows: sorting keys and fetching a hundred wide rows is many
   * times quicker than sorting wide rows.
   */
  async function listPage(request: WireListRequest, signal?: AbortSignal): Promise<RecordPage> {
    const [keys, total] = await Promise.all([
      listKeys(request, signal),
      request.page === 1 ? countRecords(database, request, signal) : 0,
    ]);
    return { records: await fetchRecords(database, keys, signal), total };
  }

  return {
    isSample: database.isSample,
    instances: database.instances,
    choices: database.choices,
    list: (request, signal) =>
      isCountProbe(request) ? probe(request, signal) : listPage(request, signal),
    find: (instance, contactId, signal) => findRecord(database, instance, contactId, signal),
    people: (request, signal) => fetchPeople(database, request, signal),
    close: () => database.close(),
  };
}
