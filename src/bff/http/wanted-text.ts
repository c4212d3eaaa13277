import { MAX_SEARCH_LENGTH } from "#contract/api/people.ts";
import { MOST_DRAWN, SAMPLE_SCOPES } from "#contract/filter/sample-draw.ts";
import { LEVEL_FORMULAS, MOST_LEVEL_SECONDS } from "#contract/filter/service-level.ts";
import { MAX_PAGE, MAX_PAGE_SIZE } from "#contract/record/list-limits.ts";
import { PEOPLE_KINDS } from "#contract/record/people.ts";
import { wantedOf, type Wanted } from "#contract/view/wanted.ts";

/** What requests take beside a view, or within narrower bounds. */
const OF_REQUESTS: Readonly<Record<string, Wanted>> = {
  page: { is: "whole", least: 1, most: MAX_PAGE },
  size: { is: "whole", least: 1, most: MAX_PAGE_SIZE },
  kind: { is: "option", options: PEOPLE_KINDS },
  contactId: { is: "id" },
};

/** What a parameter takes, in a sentence for developers. */
export function wantedText(name: string): string {
  if (name === "q") return `It takes a text of at most ${MAX_SEARCH_LENGTH} characters.`;
  const wanted = OF_REQUESTS[name] ?? wantedOf(name);
  if (wanted === undefined) return "The value is not one that this parameter takes.";
  return `It takes ${phrase(wanted)}.`;
}

function phrase(wanted: Wanted): string {
  switch (wanted.is) {
    case "whole":
      return `a whole number from ${wanted.least} to ${wanted.most}`;
    case "option":
      return `one of ${wanted.options.join(", ")}`;
    case "sort":
      return `a field, after \`-\` for descending: one of ${wanted.options.join(", ")}`;
    case "columns":
      return `columns with commas, after \`*\` where pinned, of ${wanted.options.join(", ")}`;
    case "criterion":
      return `${wanted.options.join(", ")}; or, after \`~\`, ${
        wanted.whole ? "another whole number, without leading zeros" : "a value newer than these"
      }`;
    case "instant":
      return "milliseconds since 1970 as a whole number, before the year 2100";
    case "id":
      return "an id of 1 to 128 characters, which `.` and `..` are not";
    case "phone":
      return "a telephone number or a part of one";
    case "duration":
      return "seconds from and to, either of which may be left out: `60..`, `..20`, `60..180`";
    case "level":
      return `seconds from 1 to ${MOST_LEVEL_SECONDS}, and after them \`-\` and one of ${LEVEL_FORMULAS.join(", ")}`;
    case "sample":
      return `calls from 1 to ${MOST_DRAWN}, one of ${SAMPLE_SCOPES.join(", ")}, seconds of talk at least, and a seed, with \`-\` between: \`5-agent-60-a1b2\``;
    case "words":
      return "texts of 1 to 128 characters, with commas";
    default:
      return wanted satisfies never;
  }
}
