import { circlesOf, commentShare, linesAt, readHouse } from "./house-numbers.ts";

// `npm run house`: the measures that docs/style.md sets for the code, as they are now.

const files = readHouse();
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const long = files
  .filter(({ lines }) => lines > 300)
  .map(({ path, lines }) => `${path} (${lines})`);
const circles = (by: "file" | "folder") =>
  circlesOf(files, by)
    .map((circle) => circle.join(" ~ "))
    .join("\n  ") || "none";

console.log(`files        ${files.length}
lines        median ${linesAt(files, 0.5)}, p90 ${linesAt(files, 0.9)}
over 300     ${long.join(", ") || "none"}
comments     contract ${percent(commentShare(files, "contract"))}, signing ${percent(commentShare(files, "signing"))}
circles of files
  ${circles("file")}
circles of folders
  ${circles("folder")}`);
