/** How the samples of a WAV file are written: the codes of its format. */
const PCM = 1;
const A_LAW = 6;
const MU_LAW = 7;
const EXTENSIBLE = 0xfffe;

/** What the head of a WAV file says. */
export interface WavFormat {
  readonly sampleRate: number;
  readonly channels: number;
  readonly bytesPerSample: 1 | 2;
  /** A sample, from -1 to 1, of its bits: 0 to 255, or a signed 16-bit number. */
  readonly level: (bits: number) => number;
  /** Where the samples begin in the file. */
  readonly dataAt: number;
  /** Bytes of them, as the head says; a file written while it was recorded says nothing true. */
  readonly dataBytes: number;
}

/** More than any head has, with notes of its maker. */
export const LONGEST_HEAD = 64 * 1024;
const MOST_CHANNELS = 8;
const RATES = { least: 1_000, most: 192_000 };

const linear16 = (bits: number) => bits / 32_768;
const linear8 = (bits: number) => (bits - 128) / 128;

/** ITU-T G.711. */
function muLaw(bits: number): number {
  const code = ~bits & 0xff;
  const magnitude = (((code & 0x0f) << 3) + 0x84) << ((code & 0x70) >> 4);
  return ((code & 0x80) === 0 ? magnitude - 0x84 : 0x84 - magnitude) / 32_768;
}

function aLaw(bits: number): number {
  const code = bits ^ 0x55;
  const exponent = (code & 0x70) >> 4;
  const mantissa = (code & 0x0f) << 4;
  const magnitude = exponent === 0 ? mantissa + 8 : (mantissa + 0x108) << (exponent - 1);
  return ((code & 0x80) === 0 ? -magnitude : magnitude) / 32_768;
}

/** Looked up, not worked out: there are millions of samples. */
const tableOf = (decode: (bits: number) => number) => {
  const table = Float64Array.from({ length: 256 }, (_unused, bits) => decode(bits));
  return (bits: number) => table[bits] ?? 0;
};
const LEVELS: Readonly<Record<string, (bits: number) => number>> = {
  [`${PCM}/16`]: linear16,
  [`${PCM}/8`]: tableOf(linear8),
  [`${MU_LAW}/8`]: tableOf(muLaw),
  [`${A_LAW}/8`]: tableOf(aLaw),
};

/**
 * The head of a WAV file, from its first bytes.
 *
 * Authority: http://soundfile.sapp.org/doc/WaveFormat/
 *
 * @returns `more` where they are too few; undefined for what is no WAV, or of a kind that we do not read
 */
export function readWavHead(bytes: Buffer): WavFormat | "more" | undefined {
  if (bytes.length < 12) return "more";
  if (bytes.toString("latin1", 0, 4) !== "RIFF" || bytes.toString("latin1", 8, 12) !== "WAVE")
    return undefined;
  let format: Pick<WavFormat, "sampleRate" | "channels" | "bytesPerSample" | "level"> | undefined;
  for (let at = 12; at + 8 <= bytes.length;) {
    const name = bytes.toString("latin1", at, at + 4);
    const size = bytes.readUInt32LE(at + 4);
    if (name === "data")
      return format && { ...format, dataAt: at + 8, dataBytes: size === 0 ? Infinity : size };
    if (name === "fmt ") {
      if (at + 8 + Math.min(size, 26) > bytes.length) return "more";
      format = readFormat(bytes.subarray(at + 8, at + 8 + size));
      if (format === undefined) return undefined;
    }
    // A chunk of odd length has a byte behind it.
    at += 8 + size + (size % 2);
  }
  return bytes.length < LONGEST_HEAD ? "more" : undefined;
}

function readFormat(chunk: Buffer) {
  if (chunk.length < 16) return undefined;
  const code = chunk.readUInt16LE(0);
  const channels = chunk.readUInt16LE(2);
  const sampleRate = chunk.readUInt32LE(4);
  const bits = chunk.readUInt16LE(14);
  const kind = code === EXTENSIBLE && chunk.length >= 26 ? chunk.readUInt16LE(24) : code;
  const level = LEVELS[`${kind}/${bits}`];
  const isSound = channels >= 1 && channels <= MOST_CHANNELS;
  if (level === undefined || !isSound) return undefined;
  if (sampleRate < RATES.least || sampleRate > RATES.most) return undefined;
  return { sampleRate, channels, bytesPerSample: bits === 16 ? 2 : 1, level } as const;
}
