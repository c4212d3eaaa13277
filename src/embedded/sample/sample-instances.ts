import type { Rng } from "#upstream/chance/rng.ts";
import { FIVE_GRADES, TWO_GRADES, type SurveyScale } from "./call-survey.ts";
import { createStaff, type Staff } from "./sample-people.ts";
import { PLACES, type Place } from "./sample-places.ts";

/** An instance of the sample, with all that its calls have in common. */
export interface SampleInstance {
  readonly id: string;
  readonly name: string;
  /** Tells its contact ids from those of the others. */
  readonly ordinal: number;
  /** Calls of the sample that are its own. */
  readonly records: number;
  readonly staff: Staff;
  readonly scale: SurveyScale;
  readonly place: Place;
  /** The index of a customer; some call often. */
  drawCustomer(rng: Rng): number;
}

/** The share of the second instance. It is there so that there is something to choose. */
const SECOND_SHARE = 0.05;
const CALLS_PER_CUSTOMER = 4;

/** The instances of a sample of `records` calls in all. */
export function createSampleInstances(records: number, seed: string): SampleInstance[] {
  const second = Math.floor(records * SECOND_SHARE);
  const create = (
    ordinal: number,
    own: Pick<SampleInstance, "id" | "name" | "records" | "scale"> & { city: string },
    counts: { agents: number; groups: number },
  ): SampleInstance => {
    const { city, ...rest } = own;
    const customers = Math.max(50, Math.round(own.records / CALLS_PER_CUSTOMER));
    return {
      ...rest,
      ordinal,
      staff: createStaff(seed, own.id, counts),
      place: PLACES.find(({ name }) => name.endsWith(city)) ?? { name: "", areaCode: "0" },
      // Squared: the front ones call more often. Each instance has customers of its own.
      drawCustomer: (rng) => ordinal * 20_000_000 + Math.floor(rng.next() ** 2 * customers),
    };
  };
  return [
    create(
      1,
      {
        id: "ccc-sample",
        name: "示例呼叫中心",
        records: records - second,
        scale: FIVE_GRADES,
        city: "杭州",
      },
      { agents: 500, groups: 30 },
    ),
    create(
      2,
      {
        id: "ccc-sample-2",
        name: "示例分中心（成都）",
        records: second,
        scale: TWO_GRADES,
        city: "成都",
      },
      { agents: 48, groups: 6 },
    ),
  ];
}
