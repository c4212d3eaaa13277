/**
 * What is shown of the calls in view, in place of their list. `people` a line for each agent or skill
 * group · `back` callers to be called back · `repeat` callers who came again · `sample` some of the calls
 * at random.
 */
export const SHOWN = ["people", "back", "repeat", "sample"] as const;

/** One of {@link SHOWN}. */
export type Shown = (typeof SHOWN)[number];
