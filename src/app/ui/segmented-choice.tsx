import Segmented, { type SegmentedProps } from "antd/es/segmented";

/**
 * One of a few, side by side. It is one tab stop, the chosen one, and arrows move within it: antd's
 * frame around the radio buttons would be a stop of its own, which does nothing.
 */
export function SegmentedChoice<T extends string>(props: Omit<SegmentedProps<T>, "ref">) {
  return <Segmented<T> size="small" {...props} tabIndex={-1} />;
}
