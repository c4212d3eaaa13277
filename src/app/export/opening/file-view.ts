import { csvView } from "./csv-view.ts";
import { workbookView } from "./workbook-view.ts";

const ZIP = "PK\u0003\u0004";

/**
 * The view that a file of ours was made of, as the end of a link; undefined where it tells none. Of a large file it
 * reads the end, and what it finds by that.
 *
 * @throws DOMException where it cannot be read
 */
export async function fileView(file: Blob): Promise<string | undefined> {
  const isZip = (await file.slice(0, ZIP.length).text()) === ZIP;
  return isZip ? workbookView(file) : csvView(file);
}
