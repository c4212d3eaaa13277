import { readCsv, type Delimiter } from "./csv-records.ts";
import { fieldNamed } from "./field-names.ts";
import { withoutBlanks } from "./trim.ts";

const DELIMITERS = [",", "\t", ";", "|"] as const satisfies readonly Delimiter[];

/** The first row of a table, and how its values are separated. */
export interface TableDialect {
  readonly delimiter: Delimiter;
  /** The line in which the row stands, from 1; before it are none but blank ones. */
  readonly line: number;
  /** As the row has them, without blanks around them. */
  readonly names: readonly string[];
  /** Completes "The first row …" where it cannot be read. */
  readonly fault?: string | undefined;
}

/** By which spreadsheets are told the delimiter. */
const DELIMITER_LINE = /^"?sep=.?"?$/i;

async function readHeader(path: string, delimiter: Delimiter): Promise<TableDialect | undefined> {
  for await (const { line, values, fault } of readCsv(path, { delimiter })) {
    if (DELIMITER_LINE.test(values[0] ?? "")) continue;
    return { delimiter, line, names: values.map(withoutBlanks), fault };
  }
  return undefined;
}

const countFields = ({ names }: TableDialect) =>
  names.filter((name) => fieldNamed(name) !== undefined).length;

/** The delimiter is the one that names the most fields; undefined where there is no row. */
export async function dialectOf(path: string): Promise<TableDialect | undefined> {
  const found: TableDialect[] = [];
  for (const delimiter of DELIMITERS) {
    const dialect = await readHeader(path, delimiter);
    // Rows of nothing but its delimiter are none.
    if (dialect === undefined) return undefined;
    found.push(dialect);
  }
  return found.toSorted((one, other) => countFields(other) - countFields(one))[0];
}
