/** What a file that is kept in a zip may have at most, bytes: parts of a workbook that say where things are. */
const MOST_BYTES = 8_000_000;
const END = 0x06054b50;
const IN_DIRECTORY = 0x02014b50;
const END_LENGTH = 22;
/** A comment may stand behind the end. */
const LONGEST_END = END_LENGTH + 0xffff;
const HEADER_LENGTH = 30;

/** Where the files of a zip are, by their names. */
export type ZipDirectory = ReadonlyMap<string, ZipPlace>;

interface ZipPlace {
  readonly at: number;
  readonly length: number;
  readonly isDeflated: boolean;
}

const viewOf = async (blob: Blob) => new DataView(await blob.arrayBuffer());

/** Reads the directory at the end of a zip, and nothing else of it; undefined where there is none that can be read. */
export async function readZipDirectory(file: Blob): Promise<ZipDirectory | undefined> {
  const tail = await viewOf(file.slice(-LONGEST_END));
  let end = tail.byteLength - END_LENGTH;
  while (end >= 0 && tail.getUint32(end, true) !== END) end -= 1;
  if (end < 0) return undefined;
  const length = tail.getUint32(end + 12, true);
  const start = tail.getUint32(end + 16, true);
  if (length > MOST_BYTES) return undefined;
  const directory = await viewOf(file.slice(start, start + length));
  const places = new Map<string, ZipPlace>();
  let at = 0;
  while (at + 46 <= directory.byteLength && directory.getUint32(at, true) === IN_DIRECTORY) {
    const nameLength = directory.getUint16(at + 28, true);
    const nameBytes = new Uint8Array(directory.buffer, at + 46, nameLength);
    places.set(new TextDecoder().decode(nameBytes), {
      isDeflated: directory.getUint16(at + 10, true) === 8,
      length: directory.getUint32(at + 20, true),
      at: directory.getUint32(at + 42, true),
    });
    at += 46 + nameLength + directory.getUint16(at + 30, true) + directory.getUint16(at + 32, true);
  }
  return places;
}

/** The text of one file of a zip; undefined where there is none of that name, or it is too large. */
export async function readZipText(
  file: Blob,
  directory: ZipDirectory,
  name: string,
): Promise<string | undefined> {
  const place = directory.get(name);
  if (place === undefined || place.length > MOST_BYTES) return undefined;
  const header = await viewOf(file.slice(place.at, place.at + HEADER_LENGTH));
  const start = place.at + HEADER_LENGTH + header.getUint16(26, true) + header.getUint16(28, true);
  const packed = file.slice(start, start + place.length).stream();
  const stream = place.isDeflated
    ? packed.pipeThrough(new DecompressionStream("deflate-raw"))
    : packed;
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
    // A little can be unpacked to very much.
    if (text.length <= MOST_BYTES) continue;
    await reader.cancel();
    return undefined;
  }
}
