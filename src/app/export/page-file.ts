import type { OpenSession } from "#app/api/session-query.ts";
import { saveFile } from "#app/ui/save-file.ts";
import type { Locale } from "#contract/api/locales.ts";
import type { Criteria } from "#contract/filter/filters.ts";
import type { CallSet } from "#contract/view/call-set.ts";
import type { Columns } from "#contract/view/columns.ts";
import { linkSearch } from "#contract/view/view-codec.ts";
import { DEFAULT_VIEW, type View } from "#contract/view/view.ts";
import { aboutFile } from "#labels/about-file.ts";
import { fileName } from "#labels/file-name.ts";
import { createCsvWriter } from "#sheet/csv/csv-writer.ts";
import { wholeSheet, type AboutFile } from "#sheet/sheet-writer.ts";
import { createXlsxWriter } from "#sheet/xlsx/xlsx-writer.ts";
import type { FileFormat } from "./page-formats.ts";
import { pageSheet, type PageContent } from "./page-sheet.ts";

const WRITERS = {
  csv: { create: createCsvWriter, type: "text/csv;charset=utf-8" },
  xlsx: {
    create: createXlsxWriter,
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  },
} as const;

/** Of which calls the page is, and for whom. */
interface PageFacts {
  readonly calls: CallSet;
  /** As the reader may see the numbers among the criteria; in `calls` they are sealed. */
  readonly shown: Criteria;
  readonly view: Pick<View, "sort" | "page">;
  readonly columns: Columns;
  readonly session: OpenSession;
  readonly locale: Locale;
}

/**
 * Saves the page as a file, once it is noted.
 *
 * @param note is told how large it is
 * @returns its name
 * @throws what `note` throws: then it is not saved
 */
export async function savePage(
  content: PageContent,
  format: FileFormat,
  facts: PageFacts,
  note: (bytes: number) => Promise<void>,
): Promise<string> {
  const { title, words } = content;
  const { range, criteria } = facts.calls;
  const { page } = facts.view;
  const file = pageFile(content, format, aboutPage(content, facts));
  const instance = instanceName(facts) ?? "";
  const name = fileName({ instance, range, criteria, page, title, words, format });
  await note(file.size);
  saveFile(file, name);
  return name;
}

function instanceName({ calls, session }: PageFacts): string | undefined {
  return session.instances.find(({ id }) => id === calls.instance)?.name;
}

function aboutPage({ records, words }: PageContent, facts: PageFacts): AboutFile {
  const { calls, shown, view, columns, session, locale } = facts;
  const { instance, range, criteria, asOf } = calls;
  const { sort, page } = view;
  const link = { ...DEFAULT_VIEW, instance, time: range, criteria, sort, page, columns };
  return aboutFile(
    {
      instance: [...new Set([instanceName(facts) ?? instance, instance])],
      range,
      asOf,
      criteria: shown,
      sort,
      rows: records.length,
      total: undefined,
      page,
      incomplete: null,
      isMasked: session.rights.numbers !== "full",
      by: session.user?.name,
      madeAt: session.now(),
      requestIds: [],
      view: linkSearch(link),
      origin: location.origin,
    },
    words,
    locale,
  );
}

/** The page as a file. */
function pageFile(content: PageContent, format: FileFormat, about: AboutFile): Blob {
  const { head, rows } = pageSheet(content);
  const { create, type } = WRITERS[format];
  const pieces = wholeSheet(create(head), rows, about);
  return new Blob(
    pieces.map((piece) => new Uint8Array(piece)),
    { type },
  );
}
