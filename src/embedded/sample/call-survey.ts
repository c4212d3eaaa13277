import type { StoredRecord } from "#embedded/database/schema.ts";
import type { Rng, Weighted } from "#upstream/chance/rng.ts";
import type { Timeline } from "./call-timeline.ts";

/** What the keys mean is the customer's choice: an instance may ask five grades or two. */
export type SurveyScale = Weighted<readonly [key: number, description: string]>;

export const FIVE_GRADES: SurveyScale = [
  [[1, "非常满意"], 50],
  [[2, "满意"], 29],
  [[3, "一般"], 12],
  [[4, "不满意"], 6],
  [[5, "非常不满意"], 3],
];
export const TWO_GRADES: SurveyScale = [
  [[1, "满意"], 84],
  [[0, "不满意"], 16],
];

type Survey = Pick<
  StoredRecord,
  | "satisfactionSurveyOffered"
  | "satisfactionSurveyChannel"
  | "satisfactionIndex"
  | "satisfactionDescription"
>;

/** About half of the connected callers are asked, and well over half of those answer. */
const OFFERED = 0.56;
const ANSWERED = 0.62;

export function createSurvey(call: Timeline, scale: SurveyScale, rng: Rng): Survey {
  const isAsked = call.disposition === "Success" && !["Conference", "Internal"].includes(call.type);
  const isOffered = isAsked && rng.chance(OFFERED);
  const channel = isOffered && rng.chance(0.2) ? "SMS" : "IVR";
  const [key, description] = isOffered && rng.chance(ANSWERED) ? answer(call, scale, rng) : [];
  return {
    satisfactionSurveyOffered: isOffered,
    satisfactionSurveyChannel: isOffered ? channel : undefined,
    satisfactionIndex: key,
    satisfactionDescription: description,
  };
}

function answer(
  call: Timeline,
  scale: SurveyScale,
  rng: Rng,
): readonly [key: number, description: string | undefined] {
  const best = scale[0]?.[0];
  const drawn = rng.weighted(scale);
  // Whoever waited long is harder to please: the best answer is drawn anew.
  const isCross = drawn === best && call.queue > 60 && rng.chance(0.5);
  const [key, description] = isCross ? rng.weighted(scale) : drawn;
  // Where the customer described no key there is none.
  return [key, rng.chance(0.99) ? description : undefined];
}
