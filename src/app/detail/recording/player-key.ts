import type { KeyPress } from "#app/ui/key-press.ts";

/** What a key does in the player. */
export type PlayerStep =
  | { readonly do: "toggle" }
  | { readonly do: "move"; readonly seconds: number }
  | { readonly do: "go"; readonly to: "start" | "end" }
  | { readonly do: "speed"; readonly by: -1 | 1 };

const NEAR_SECONDS = 5;
const FAR_SECONDS = 15;

/**
 * The step of a key; undefined for one that is the drawer's or the browser's.
 *
 * @param on what has the focus: a button hears Space by itself, and the slider has more keys
 */
export function playerStep(
  press: KeyPress,
  on: "slider" | "button" | "other",
): PlayerStep | undefined {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = press;
  if (ctrlKey || metaKey || altKey) return undefined;
  const seconds = shiftKey ? FAR_SECONDS : NEAR_SECONDS;
  const isSlider = on === "slider";
  switch (key) {
    case " ":
      return on === "button" || shiftKey ? undefined : { do: "toggle" };
    case "ArrowLeft":
      return { do: "move", seconds: -seconds };
    case "ArrowRight":
      return { do: "move", seconds };
    case "ArrowDown":
      return isSlider ? { do: "move", seconds: -seconds } : undefined;
    case "ArrowUp":
      return isSlider ? { do: "move", seconds } : undefined;
    case "PageDown":
      return isSlider ? { do: "move", seconds: -FAR_SECONDS } : undefined;
    case "PageUp":
      return isSlider ? { do: "move", seconds: FAR_SECONDS } : undefined;
    case "Home":
      return isSlider ? { do: "go", to: "start" } : undefined;
    case "End":
      return isSlider ? { do: "go", to: "end" } : undefined;
    case ",":
    case "<":
      return { do: "speed", by: -1 };
    case ".":
    case ">":
      return { do: "speed", by: 1 };
    default:
      return undefined;
  }
}

export const SPEEDS = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2] as const;

/** The next speed up or down; at either end the same. */
export function speedAfter(speed: number, by: -1 | 1): number {
  const index = SPEEDS.findIndex((one) => one === speed);
  return SPEEDS[index + by] ?? speed;
}
