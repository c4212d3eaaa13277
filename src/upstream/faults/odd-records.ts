import type { Fault } from "./fault.ts";

type Fields = Readonly<Record<string, unknown>>;
type Oddity = (record: Fields) => Fields;

/** Every third call has a value that no page lists; a fourth is spelled as sibling operations do. */
const UNKNOWN_VALUES: readonly Oddity[] = [
  (record) => record,
  (record) => ({ ...record, ContactDisposition: "AbandonedInCallback" }),
  (record) => ({ ...record, ContactType: "VideoCall" }),
  (record) => ({ ...record, ContactType: "PRIVACY_DIAL", EarlyMediaState: "LINE_FAULT" }),
  (record) => ({ ...record, SatisfactionSurveyChannel: "WeChat", ReleaseInitiator: "system" }),
];

const KEPT: readonly string[] = ["ContactId", "InstanceId"];
/** Of the ones that are not kept. */
const mapValues = (record: Fields, change: (value: unknown) => unknown): Fields =>
  Object.fromEntries(
    Object.entries(record).map(([name, value]) => [
      name,
      KEPT.includes(name) ? value : change(value),
    ]),
  );

const ODD_FIELDS: readonly Oddity[] = [
  (record) => record,
  (record) => mapValues(record, (value) => (typeof value === "number" ? String(value) : value)),
  (record) => ({
    ...mapValues(record, () => null),
    StartTime: record["StartTime"],
  }),
  ({ ContactId, InstanceId, StartTime }) => ({ ContactId, InstanceId, StartTime }),
  (record) => ({ ...record, Sentiment: { score: 0.5 }, Tags: ["a", "b"], StartTimeText: "" }),
  (record) => mapValues(record, (value) => (typeof value === "string" ? "" : value)),
  // The fields of text as numbers, and of numbers as nothing that can be read.
  (record) => ({ ...record, TalkTime: "about a minute", ReleaseReason: 486, AgentNames: 7 }),
];

/** The same call is odd in the same way wherever it is shown: in a list, alone. */
function pick(oddities: readonly Oddity[], { ContactId: id }: Fields): Oddity | undefined {
  const digits = String(id).match(/\d/g) ?? [];
  return oddities[digits.reduce((sum, digit) => sum + Number(digit), 0) % oddities.length];
}

function changeRecords(data: unknown, oddities: readonly Oddity[]): unknown {
  if (Array.isArray(data)) return data.map((item) => changeRecords(item, oddities));
  if (typeof data !== "object" || data === null) return data;
  // An object: each of its fields is looked at before it is believed.
  const fields = data as Fields;
  if (typeof fields["ContactId"] === "string") return pick(oddities, fields)?.(fields) ?? fields;
  return "List" in fields ? { ...fields, List: changeRecords(fields["List"], oddities) } : fields;
}

const withOdd =
  (oddities: readonly Oddity[]): Fault =>
  ({ envelope, reply }) =>
    reply.send({ ...envelope, Data: changeRecords(envelope.Data, oddities) });

export const unknownValues = withOdd(UNKNOWN_VALUES);
export const oddFields = withOdd(ODD_FIELDS);
