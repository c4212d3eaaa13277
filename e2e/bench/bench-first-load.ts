import { brotliCompressSync } from "node:zlib";
import { build, type Rolldown } from "vite";

const GOAL_KB = 230;

/** The package a module belongs to; ours are one, and antd's own libraries count as antd. */
function packageOf(moduleId: string): string {
  const path = moduleId.split("node_modules/").at(-1) ?? moduleId;
  if (path === moduleId) return moduleId.includes("/src/") ? "Callscope" : "bundler";
  if (/^(antd|@ant-design|@rc-component)\b/.test(path)) return "antd and its libraries";
  if (/^(react|react-dom|scheduler)\//.test(path)) return "react";
  return path
    .split("/")
    .slice(0, path.startsWith("@") ? 2 : 1)
    .join("/");
}

/** The chunks that the first load needs: the entry and whatever it imports at once. */
function firstLoad(chunks: readonly Rolldown.OutputChunk[]): Rolldown.OutputChunk[] {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const needed = new Set(chunks.filter((chunk) => chunk.isEntry).map((chunk) => chunk.fileName));
  // A set visits what is added to it on the way.
  for (const name of needed) for (const other of byName.get(name)?.imports ?? []) needed.add(other);
  return [...needed].flatMap((name) => byName.get(name) ?? []);
}

/** What a first visit downloads, and what it is made of. Sizes in kB (1024 bytes), brotli. */
export async function benchFirstLoad(): Promise<void> {
  const result = await build({ logLevel: "error", build: { write: false } });
  // One build without watch gives one output.
  const { output } = (Array.isArray(result) ? result[0] : result) as Rolldown.RolldownOutput;
  const chunks = output.filter((file) => file.type === "chunk");
  const needed = firstLoad(chunks);
  const weigh = (chunk: Rolldown.OutputChunk) => brotliCompressSync(chunk.code).length / 1024;
  const total = needed.reduce((sum, chunk) => sum + weigh(chunk), 0);

  const shares = new Map<string, number>();
  for (const chunk of needed) {
    const parts = Object.entries(chunk.modules);
    const length = parts.reduce((sum, [, part]) => sum + part.renderedLength, 0);
    const weight = weigh(chunk);
    for (const [id, part] of parts) {
      const name = packageOf(id);
      const share = (weight * part.renderedLength) / length;
      shares.set(name, (shares.get(name) ?? 0) + share);
    }
  }
  console.log(
    "First-load JavaScript, brotli. Parts share a chunk's weight by their length in it.\n",
  );
  for (const [name, share] of [...shares].toSorted((a, b) => b[1] - a[1]))
    if (share >= 0.5) console.log(`${name.padEnd(28)} ${share.toFixed(1).padStart(7)} kB`);
  console.log(
    `${"together".padEnd(28)} ${total.toFixed(1).padStart(7)} kB   (goal ≤ ${GOAL_KB} kB)`,
  );
  const later = chunks.filter((chunk) => !needed.includes(chunk));
  console.log("\nLoaded when needed:");
  for (const chunk of later.toSorted((a, b) => weigh(b) - weigh(a)))
    console.log(`${chunk.name.padEnd(28)} ${weigh(chunk).toFixed(1).padStart(7)} kB`);
}
