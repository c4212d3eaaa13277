/** What recordings are sent as: our own words, whatever the storage says. */
const MEDIA_TYPES = {
  wav: "audio/wav",
  mp3: "audio/mpeg",
  ogg: "audio/ogg",
  m4a: "audio/mp4",
} as const;

/** How a recording is packed. */
export type RecordingKind = keyof typeof MEDIA_TYPES;

const KIND_BY_TYPE: Readonly<Record<string, RecordingKind>> = {
  "audio/wav": "wav",
  "audio/wave": "wav",
  "audio/x-wav": "wav",
  "audio/vnd.wave": "wav",
  "audio/mpeg": "mp3",
  "audio/mp3": "mp3",
  "audio/ogg": "ogg",
  "audio/mp4": "m4a",
  "audio/x-m4a": "m4a",
};

/** By the name of the file, which the provider gives an ending; else by the storage's word. */
export function recordingKind(path: string, contentType: string): RecordingKind | undefined {
  const ending = /\.([a-z\d]{3})$/i.exec(path)?.[1]?.toLowerCase() ?? "";
  if (Object.hasOwn(MEDIA_TYPES, ending)) return ending as RecordingKind;
  const [type = ""] = contentType.toLowerCase().split(";");
  return KIND_BY_TYPE[type.trim()];
}

export function mediaTypeOf(kind: RecordingKind): string {
  return MEDIA_TYPES[kind];
}
