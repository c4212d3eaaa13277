import {
  createCodec,
  createListCodec,
  parseOption,
  parseText,
  writeOption,
  type Codec,
} from "./codec.ts";
import { CRITERION_KEYS, FILTERS, type CriterionKey, type FilterValue } from "./filters.ts";
import { idCodec } from "./id-codec.ts";
import { phoneCodec } from "./phone-number.ts";
import { readSecondsRange, writeSecondsRange } from "./seconds-range.ts";

const secondsCodec: Codec<string> = createCodec((text) => {
  const range = readSecondsRange(text);
  return range && writeSecondsRange(range);
}, String);

const asItIs = (value: string) => value;

/** The codec follows from the row's declared kind; a kind without one does not compile. */
function codecOf(key: CriterionKey): Codec<never> {
  const row = FILTERS[key];
  // Each cast widens a codec of the row's own value type to the one type a table can hold;
  // FILTER_CODECS gives every key its own type back.
  switch (row.kind) {
    case "choice":
      return createCodec(
        (text) => parseOption(row.options, text),
        (value) => writeOption(row.options, value),
      ) as Codec<never>;
    case "multi-choice": {
      const options: readonly string[] = row.options;
      const isOne = (value: string) => !("whole" in row) || /^(0|-?[1-9]\d*)$/.test(value);
      return createListCodec(
        (text) => {
          const value = parseOption(options, text);
          return value !== undefined && isOne(value) ? value : undefined;
        },
        (item) => writeOption(options, item),
        options,
      ) as Codec<never>;
    }
    case "words":
      return createListCodec(parseText, asItIs) as Codec<never>;
    case "phone":
      return phoneCodec as Codec<never>;
    case "duration":
      return secondsCodec as Codec<never>;
    case "text":
    case "person":
      return idCodec as Codec<never>;
    default:
      return row satisfies never;
  }
}

/** The codec of each criterion: how its value stands in a URL, under its row's `url`. */
// The cast restores what `codecOf` gave up: the codec of a key reads and writes that key's value.
export const FILTER_CODECS = Object.fromEntries(
  CRITERION_KEYS.map((key) => [key, codecOf(key)]),
) as unknown as { readonly [F in CriterionKey]: Codec<FilterValue<F>> };
