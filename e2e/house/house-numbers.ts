import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";

/** What is known of one file of the product. */
export interface SourceFile {
  /** Below `src`, such as `app/records/grid/grid-step.ts`. */
  readonly path: string;
  readonly lines: number;
  /** Lines that are nothing but a comment, or a part of one. */
  readonly comments: number;
  /** The files of ours that it imports, in any form, as paths below `src`. */
  readonly imports: readonly string[];
}

const SOURCE = join(import.meta.dirname, "..", "..", "src");
const IMPORT = /(?:\bfrom|\bimport\(?)\s*"([#.][^"]+)"/g;

/** Every file of code in `src` but tests and what only tests use. */
export function readHouse(): SourceFile[] {
  return readdirSync(SOURCE, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => /\.tsx?$/.test(name) && !/\.(test|kit)\.tsx?$/.test(name))
    .map(readSource);
}

function readSource(path: string): SourceFile {
  const text = readFileSync(join(SOURCE, path), "utf8");
  const lines = text.trimEnd().split("\n");
  return {
    path,
    lines: lines.length,
    comments: lines.filter((line) => /^\s*(\/\/|\/\*|\*)/.test(line)).length,
    imports: [...text.matchAll(IMPORT)].map(([, name = ""]) => resolve(path, name)),
  };
}

function resolve(from: string, name: string): string {
  return name.startsWith("#") ? name.slice(1) : posix.join(posix.dirname(from), name);
}

/** The line count that this share of the files does not exceed; 0.5 is the median. */
export function linesAt(files: readonly SourceFile[], share: number): number {
  const counts = files.map(({ lines }) => lines).toSorted((a, b) => a - b);
  return counts[Math.ceil(counts.length * share) - 1] ?? 0;
}

/** Comments among all lines of a room, 0 to 1. */
export function commentShare(files: readonly SourceFile[], room: string): number {
  const inRoom = files.filter(({ path }) => path.startsWith(`${room}/`));
  const sum = (of: (file: SourceFile) => number) => inRoom.reduce((all, file) => all + of(file), 0);
  return sum(({ comments }) => comments) / sum(({ lines }) => lines);
}

/**
 * Groups of files, or of folders, that can be reached from each other by imports. A folder is what
 * lies in it directly; those within it are folders of their own.
 */
export function circlesOf(files: readonly SourceFile[], by: "file" | "folder"): string[][] {
  const nameOf = (path: string) => (by === "file" ? path : dirname(path));
  const next = new Map<string, Set<string>>();
  for (const { path, imports } of files) {
    const from = nameOf(path);
    const known = next.get(from) ?? new Set();
    next.set(from, known);
    for (const to of imports.map(nameOf)) if (to !== from) known.add(to);
  }
  const reached = new Map([...next.keys()].map((name) => [name, reachableFrom(name, next)]));
  const circles = new Map<string, string[]>();
  for (const [name, others] of reached) {
    const circle = [...others].filter((other) => reached.get(other)?.has(name)).toSorted();
    if (others.has(name)) circles.set(circle.join(), circle);
  }
  return [...circles.values()];
}

function reachableFrom(start: string, next: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const reached = new Set<string>();
  const open = [...(next.get(start) ?? [])];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    open.push(...(next.get(name) ?? []));
  }
  return reached;
}
