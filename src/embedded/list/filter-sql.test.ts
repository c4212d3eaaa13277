import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { splitListSql } from "#embedded/database/comma-list-sql.ts";
import { createTestDatabase } from "#embedded/database/database.kit.ts";
import type { EmbeddedDatabase } from "#embedded/database/database.ts";
import type { StoredRecord } from "#embedded/database/schema.ts";
import type { WireListRequest } from "#upstream/store/record-store.ts";
import { filterSql } from "./filter-sql.ts";
import { countRecords, countSql, createKeyLister, keysSql } from "./list-keys.ts";

const ASKED: WireListRequest = {
  instance: "ccc-test",
  range: { from: 0, to: 1000 },
  criteria: {},
  singles: {},
  sort: { field: "startTime", order: "DESC" },
  page: 1,
  pageSize: 100,
};
const BASE = "InstanceId = $1::InstanceIdDictionary AND StartTime BETWEEN $2 AND $3";
const asked = (criteria: WireListRequest["criteria"]) => ({ ...ASKED, criteria });

describe("the SQL of a filter", () => {
  test("without filters is the instance and both ends of the range", () => {
    expect(filterSql(ASKED)).toEqual({ where: BASE, params: ["ccc-test", 0, 1000] });
  });

  test("takes every value as a parameter, once, in the order of the text", () => {
    const criteria = {
      contactType: ["Inbound", "Internal"],
      phoneNumber: "07",
      agentId: "ann@ccc-test",
      satisfactionIndex: ["1", "0"],
      satisfactionSurveyChannel: "IVR",
    } as const;
    expect(filterSql(asked(criteria))).toEqual({
      where: [
        BASE,
        "ContactType IN ($4, $5)",
        "(contains(CallingNumber, $6) OR contains(CalledNumber, $6))",
        `(contains(AgentIds, $7) AND list_contains(${splitListSql("AgentIds")}, $7))`,
        "SatisfactionIndex IN ($8, $2)",
        "SatisfactionSurveyChannel IN ($9)",
      ].join(" AND "),
      params: ["ccc-test", 0, 1000, "Inbound", "Internal", "07", "ann@ccc-test", 1, "IVR"],
    });
  });

  test("asks a list and its single twin both", () => {
    const request = {
      ...asked({ contactDisposition: ["Success", "Reject"] }),
      singles: { contactDisposition: "Reject" },
    };
    expect(filterSql(request).where).toBe(
      `${BASE} AND ContactDisposition IN ($4) AND ContactDisposition IN ($5, $4)`,
    );
  });

  test("sorts with missing values last and ties by contact id, whatever the order", () => {
    const slice = { limit: 20, offset: 40 };
    expect(keysSql({ ...ASKED, sort: { field: "callDuration", order: "ASC" } }, slice).text).toBe(
      `SELECT ContactId, StartTime, rowid FROM records WHERE ${BASE} ORDER BY CallDuration ASC NULLS LAST, ContactId ASC LIMIT 20 OFFSET 40`,
    );
    expect(
      keysSql({ ...ASKED, sort: { field: "queueTime", order: "DESC" } }, slice).text,
    ).toContain("ORDER BY QueueTime DESC NULLS LAST, ContactId ASC");
    expect(countSql(ASKED).text).toBe(`SELECT count(*) FROM records WHERE ${BASE}`);
  });
});

// Each would do harm, or mean more than itself, somewhere between the wire and the table.
const HOSTILE = [
  "'; DROP TABLE records; --",
  '" OR 1=1 --',
  "%",
  "_",
  "\\",
  "\\'",
  "$1",
  "?",
  "''",
  "\0",
  "a\0b",
  "\u202E電話",
  "😀",
  "x".repeat(5000),
  "NULL",
  "1) OR (1=1",
];
const RECORDS: StoredRecord[] = HOSTILE.map((text, index) => ({
  contactId: `${index}${text}`,
  instanceId: "ccc-test",
  startTime: index,
  callingNumber: `<${text}>`,
  calledNumber: text,
  agentIds: `first,${text},last`,
  skillGroupIds: text,
  satisfactionDescription: text,
}));

describe("hostile text", () => {
  let database: EmbeddedDatabase;
  beforeAll(async () => {
    database = await createTestDatabase([
      ...RECORDS,
      {
        contactId: "plain",
        instanceId: "ccc-test",
        startTime: 5,
        callingNumber: "1",
        agentIds: "b",
      },
    ]);
  });
  afterAll(() => database.close());

  const found = async (criteria: WireListRequest["criteria"]) =>
    (await createKeyLister(database)(asked(criteria))).map(({ contactId }) => contactId);

  test.each(
    HOSTILE.map((text, index) => [JSON.stringify(text.slice(0, 30)), text, index] as const),
  )("%s finds itself and nothing else, and changes nothing", async (_name, text, index) => {
    const own = [`${index}${text}`];
    // As a part, a text may be in others too: `'` is in `\'`.
    const holding = RECORDS.filter(({ callingNumber }) => callingNumber?.includes(text));
    const parts = await found({ phoneNumber: text });
    expect(parts.toSorted()).toEqual(holding.map(({ contactId }) => contactId).toSorted());
    expect(await found({ calledNumber: text })).toEqual(own);
    expect(await found({ callingNumber: text })).toEqual([]);
    expect(await found({ agentId: text })).toEqual(text.includes(",") ? [] : own);
    expect(await found({ skillGroupId: text })).toEqual(own);
    expect(await found({ satisfactionDescription: [text, "满意"] })).toEqual(own);
    expect(await found({ contactId: `${index}${text}` })).toEqual(own);
    expect(await countRecords(database, ASKED)).toBe(RECORDS.length + 1);
  });
});
