const TABLE = Uint32Array.from({ length: 256 }, (_unused, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  return value;
});

/**
 * The check sum of an archive's file, or of what of it there was before, with more bytes.
 *
 * Authority: ISO 3309, as PKWARE's APPNOTE.TXT 4.4.7 takes it. No package that goes on from a sum is among ours,
 * and browsers have none.
 */
export function crc32(bytes: Uint8Array, before = 0): number {
  let sum = ~before;
  for (const byte of bytes) sum = (sum >>> 8) ^ (TABLE[(sum ^ byte) & 0xff] ?? 0);
  return ~sum >>> 0;
}
