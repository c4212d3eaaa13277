import { isOneOf } from "#contract/record/enums.ts";
import { createCodec, type Codec } from "./codec.ts";
import {
  isSeed,
  MOST_DRAWN,
  MOST_LEAST_TALK,
  SAMPLE_SCOPES,
  type SampleDraw,
} from "./sample-draw.ts";

/** Reads and writes which calls are drawn at random: `5-all-0-a1b2`, `5-agent-60-a1b2`. */
export const sampleCodec: Codec<SampleDraw> = createCodec(
  (text) => {
    const parts = /^(\d{1,2})-([a-z]+)-(\d{1,4})-(.+)$/.exec(text) ?? [];
    const [, calls = "", per = "", leastTalk = "", seed = ""] = parts;
    const draw = { calls: Number(calls), leastTalk: Number(leastTalk), seed };
    const isGood =
      draw.calls >= 1 &&
      draw.calls <= MOST_DRAWN &&
      draw.leastTalk <= MOST_LEAST_TALK &&
      isSeed(seed);
    return isGood && isOneOf(SAMPLE_SCOPES, per) ? { ...draw, per } : undefined;
  },
  ({ calls, per, leastTalk, seed }) => [calls, per, leastTalk, seed].join("-"),
);
