import { optionCodec, type Codec } from "#contract/filter/codec.ts";
import { levelCodec } from "#contract/filter/level-codec.ts";
import { sampleCodec } from "#contract/filter/sample-codec.ts";
import { orderCodec, perCodec } from "./people-order.ts";
import { REPEAT_WITHIN } from "./repeat-within.ts";
import { SHOWN } from "./shown.ts";
import type { View } from "./view.ts";
import { WEEK_CHARTS } from "./week-chart.ts";

/** What a view says of how its calls are looked at, each by its own name, in the order in which links have them. */
export const LOOKS = {
  show: optionCodec(SHOWN),
  per: perCodec,
  order: orderCodec,
  compare: optionCodec(["week"]),
  level: levelCodec,
  sample: sampleCodec,
  within: optionCodec(REPEAT_WITHIN),
  chart: optionCodec(WEEK_CHARTS),
} as const satisfies { readonly [K in keyof View]?: Codec<NonNullable<View[K]>> };
/** One of {@link LOOKS}. */
export type Look = keyof typeof LOOKS;
export const LOOK_NAMES = Object.keys(LOOKS) as readonly Look[];
