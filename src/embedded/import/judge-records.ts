import { readRecord, type RecordTexts } from "./record-fault.ts";
import type { BadRecord, BadRecords, FaultOf, FileRecord } from "./record-file.ts";

/** The bad records of a file, of which the first `show` are told. */
export class BadRecordList implements BadRecords {
  readonly shown: BadRecord[] = [];
  count = 0;
  readonly #file: string;
  readonly #show: number;

  constructor(file: string, show: number) {
    this.#file = file;
    this.#show = show;
  }

  add({ place, fault }: Pick<FileRecord, "place"> & { readonly fault: string }): void {
    this.count += 1;
    if (this.shown.length < this.#show) this.shown.push({ file: this.#file, place, reason: fault });
  }
}

/** The texts of the good records; the bad ones go into the list. */
export async function* goodRecords(
  records: AsyncIterable<FileRecord>,
  bad: BadRecordList,
  faultOf: FaultOf = () => undefined,
): AsyncGenerator<Readonly<Record<string, string>>> {
  for await (const record of records) {
    const { place } = record;
    const read: RecordTexts = "fields" in record ? readRecord(record.fields) : record;
    const fault = "texts" in read ? faultOf(read.texts) : read.fault;
    if (fault !== undefined) bad.add({ place, fault });
    else if ("texts" in read) yield read.texts;
  }
}
