/** Steps of the scale that a cell with anything in it can have, from the lightest. */
export const HEAT_STEPS = 5;

/** The step of a value on a scale that ends with the greatest of them; 0 is no step. */
export function heatStep(value: number | undefined, greatest: number): number {
  if (value === undefined || value <= 0 || greatest <= 0) return 0;
  return Math.min(HEAT_STEPS, Math.ceil((value / greatest) * HEAT_STEPS));
}

/** A move among 7 rows of 24, the week's days and hours; undefined: the key is none of a grid. */
export function cellAfterKey(cell: number, key: string): number | undefined {
  const hour = cell % 24;
  switch (key) {
    case "ArrowRight":
      return hour < 23 ? cell + 1 : cell;
    case "ArrowLeft":
      return hour > 0 ? cell - 1 : cell;
    case "ArrowDown":
      return cell + 24 < 168 ? cell + 24 : cell;
    case "ArrowUp":
      return cell >= 24 ? cell - 24 : cell;
    case "Home":
      return cell - hour;
    case "End":
      return cell - hour + 23;
    default:
      return undefined;
  }
}
