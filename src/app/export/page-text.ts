import { markdownText } from "#sheet/lines/markdown-text.ts";
import { tsvText } from "#sheet/lines/tsv-text.ts";
import type { TextFormat } from "./page-formats.ts";
import { pageSheet, type PageContent } from "./page-sheet.ts";

const WRITERS = { tsv: tsvText, markdown: markdownText } as const;

/** Rows as a text to paste. */
export function pageText(content: PageContent, format: TextFormat): string {
  const { head, rows } = pageSheet(content);
  return WRITERS[format](head, rows);
}
