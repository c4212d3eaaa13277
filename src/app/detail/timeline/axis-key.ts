import type { KeyPress } from "#app/ui/key-press.ts";
import type { Axis } from "./use-axis.ts";

type Moves = Pick<Axis, "zoom" | "pan" | "showWhole">;

const ZOOM = 2;
const PAN = 0.25;

/** The wide ones are those of Chinese keyboards; `=` is the key of `+`. */
const MOVES = new Map<string, (axis: Moves) => void>([
  ...["+", "=", "＋", "＝"].map((key) => [key, ({ zoom }: Moves) => zoom(ZOOM)] as const),
  ...["-", "－"].map((key) => [key, ({ zoom }: Moves) => zoom(1 / ZOOM)] as const),
  ...["0", "０"].map((key) => [key, ({ showWhole }: Moves) => showWhole()] as const),
  ["ArrowLeft", ({ pan }) => pan(-PAN)],
  ["ArrowRight", ({ pan }) => pan(PAN)],
]);

/** What a key on the axis does; undefined for any other. Shift is not asked about: some layouts have `+` with it. */
export function axisMove({
  key,
  ctrlKey,
  metaKey,
  altKey,
}: Omit<KeyPress, "shiftKey">): ((axis: Moves) => void) | undefined {
  return ctrlKey || metaKey || altKey ? undefined : MOVES.get(key);
}
