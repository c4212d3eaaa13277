import { createRng } from "#upstream/chance/rng.ts";

/** Samples a second, of 16 bits: what a telephone line carries. */
export const SAMPLE_RATE = 8000;

/**
 * What is heard goes by a grid: turns of four seconds, taken by two voices in turn, each of sixteen
 * notes. So what is heard at any instant follows from the instant alone.
 */
const NOTE_SAMPLES = SAMPLE_RATE / 4;
const NOTES_PER_TURN = 16;

/** The ring-back tone of China: 450 Hz, a second long. */
const RING_BACK_HZ = 450;
const RING_BACK_NOTES = 4;
const PAUSE_AFTER_NOTES = 4;

/** Hz: pentatonic, so that any two notes go together; one voice is higher. */
const SCALES = [
  [130.8, 146.8, 164.8, 196, 220],
  [196, 220, 261.6, 293.7, 329.6],
] as const;

/** Of the 32,767 that a sample can say: quiet, and far from clipping whatever is added up. */
const LOUDNESS = 5200;
/** The loudness of each overtone, the fundamental first; together they are one. */
const VOICE = [0.62, 0.26, 0.12] as const;
const PURE = [0.5] as const;
/** Nobody says every phrase equally loud, and an outline of equal phrases would be a block. */
const PHRASE_LOUDNESS = [1, 0.85, 0.65, 0.5, 0.4] as const;

interface Note {
  /** Hz; undefined is silence. */
  readonly pitch: number | undefined;
  readonly overtones: readonly number[];
  /** A share of {@link LOUDNESS}. */
  readonly loudness: number;
  /** Where it began and where it ends, as samples from the beginning. */
  readonly from: number;
  readonly to: number;
}

/** The same note sounds the same wherever it stands: each is worked out once, and an hour is theirs in a row. */
const sounds = new Map<string, Int16Array>();
const SILENCE = new Int16Array(NOTE_SAMPLES);

/** All samples of a note, from where it began. */
function soundOf(note: Note): Int16Array {
  if (note.pitch === undefined) return SILENCE;
  const length = note.to - note.from;
  const key = `${note.pitch}/${length}/${note.loudness}`;
  let sound = sounds.get(key);
  if (sound === undefined) {
    sound = Int16Array.from({ length }, (_unused, n) => sampleOf(note, note.from + n));
    sounds.set(key, sound);
  }
  return sound;
}

/** A phrase: some words of one to four syllables with pauses between, then a breath. */
function phraseOf(seed: string, turn: number) {
  const rng = createRng(seed, "turn", turn);
  const scale = SCALES[turn % 2 === 0 ? 0 : 1];
  const spoken = rng.int(NOTES_PER_TURN - 6, NOTES_PER_TURN - 2);
  const notes: (number | undefined)[] = [];
  while (notes.length < spoken) {
    for (let syllable = rng.int(1, 4); syllable > 0; syllable -= 1) notes.push(rng.pick(scale));
    notes.push(undefined);
  }
  return { pitches: notes.slice(0, spoken), loudness: rng.pick(PHRASE_LOUDNESS) };
}

/** The note that sounds at the `index`-th place of the grid. */
function noteAt(seed: string, index: number): Note {
  const at = { from: index * NOTE_SAMPLES, to: (index + 1) * NOTE_SAMPLES };
  if (index < RING_BACK_NOTES) {
    // One long tone, not four.
    const whole = { from: 0, to: RING_BACK_NOTES * NOTE_SAMPLES };
    return { pitch: RING_BACK_HZ, overtones: PURE, loudness: 1, ...whole };
  }
  const spoken = index - RING_BACK_NOTES - PAUSE_AFTER_NOTES;
  if (spoken < 0) return { pitch: undefined, overtones: PURE, loudness: 0, ...at };
  const { pitches, loudness } = phraseOf(seed, Math.floor(spoken / NOTES_PER_TURN));
  return { pitch: pitches[spoken % NOTES_PER_TURN], overtones: VOICE, loudness, ...at };
}

/** From nothing to nothing, so that notes join without a click: a ramp at either end. */
function envelope({ from, to }: Note, n: number): number {
  const ramp = Math.min(1, (n - from) / (NOTE_SAMPLES / 3), (to - n) / (NOTE_SAMPLES / 3));
  return Math.sin((Math.PI / 2) * ramp) ** 2;
}

function sampleOf(note: Note, n: number): number {
  if (note.pitch === undefined) return 0;
  const angle = (2 * Math.PI * note.pitch * (n - note.from)) / SAMPLE_RATE;
  let sum = 0;
  for (let i = 0; i < note.overtones.length; i += 1)
    sum += (note.overtones[i] ?? 0) * Math.sin((i + 1) * angle);
  return Math.round(LOUDNESS * note.loudness * envelope(note, n) * sum);
}

/**
 * Samples `from` to `to`, the latter left out, of a made-up conversation without an end: every full
 * second is a place to stop without a click. The same seed sounds the same, wherever one begins to
 * listen; nobody says anything.
 */
export function createSamples(seed: string, from: number, to: number): Int16Array {
  const samples = new Int16Array(to - from);
  for (let n = from; n < to;) {
    const index = Math.floor(n / NOTE_SAMPLES);
    const end = Math.min(to, (index + 1) * NOTE_SAMPLES);
    const note = noteAt(seed, index);
    samples.set(soundOf(note).subarray(n - note.from, end - note.from), n - from);
    n = end;
  }
  return samples;
}
