/** Units of either language, the longest first, with their seconds. */
const UNITS: readonly (readonly [spellings: string, seconds: number])[] = [
  ["hours|hour|hrs|hr|h|个?小时|时", 3600],
  ["minutes|minute|mins|min|m|分钟?|'|′", 60],
  ['seconds|second|secs|sec|s|秒钟?|"|″', 1],
];
const SPELT = new RegExp(
  `^${UNITS.map(([spellings]) => `(?:(\\d{1,7}(?:\\.\\d+)?)\\s*(?:${spellings}))?`).join("\\s*")}$`,
);

/** A length that was typed. */
export interface TypedLength {
  readonly seconds: number;
  /**
   * The seconds of its unit, where it has one alone: a number in front of it may share that, as in `1-3 min`;
   * undefined for a mere number, which is of seconds.
   */
  readonly unit: number | undefined;
}

/** `90`, `90s`, `1:30`, `1.5 min`, `1分30秒`, `1h 5m`; undefined for what is no length. */
export function readLength(text: string): TypedLength | undefined {
  if (/^\d{1,7}$/.test(text)) return { seconds: Number(text), unit: undefined };
  const clock = /^(?:(\d{1,3}):(?=\d\d:))?(\d{1,4}):([0-5]\d)$/.exec(text);
  if (clock !== null) {
    const [hours = 0, minutes = 0, seconds = 0] = clock.slice(1).map((part) => Number(part ?? 0));
    if (clock[1] !== undefined && minutes > 59) return undefined;
    return { seconds: hours * 3600 + minutes * 60 + seconds, unit: 1 };
  }
  const amounts = SPELT.exec(text)?.slice(1) ?? [];
  const parts = UNITS.flatMap(([, unit], index) =>
    amounts[index] === undefined ? [] : [{ unit, seconds: Number(amounts[index]) * unit }],
  );
  if (parts.length === 0) return undefined;
  // 1.1 minutes are 66.00000000000001 s.
  const seconds = Number(parts.reduce((sum, part) => sum + part.seconds, 0).toPrecision(12));
  return { seconds, unit: parts.length === 1 ? parts[0]?.unit : 1 };
}
