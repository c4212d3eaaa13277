// The laws of oxlint.config.ts by example. Here every specimen is written out by hand, so that a slip
// in the table or in the patterns made of it cannot excuse itself.

/** Every way to import, from `from`. */
export const FORMS: Readonly<Record<string, (from: string) => string>> = {
  static: (from) => `import { a } from "${from}";\nexport const b = [a];`,
  "type-only": (from) => `import type { A } from "${from}";\nexport type B = A[];`,
  "inline type": (from) => `import { type A } from "${from}";\nexport type B = A[];`,
  "for effect": (from) => `import "${from}";`,
  dynamic: (from) => `export const load = () => import("${from}");`,
  "re-export": (from) => `export { a } from "${from}";`,
  "re-export of a type": (from) => `export type { A } from "${from}";`,
  "re-export of all": (from) => `export * from "${from}";`,
  "re-export as namespace": (from) => `export * as a from "${from}";`,
};

/** Files under src, and what each of them must not import in any form. */
export const FORBIDDEN: readonly (readonly [file: string, from: string])[] = [
  ["app/records/probe.ts", "#bff/app.ts"],
  ["app/shell/probe.ts", "#bff/app.ts"],
  ["app/api/probe.ts", "#signing/acs3.ts"],
  ["app/records/probe.ts", "#app/detail/drawer.ts"],
  ["app/filters/probe.ts", "#app/records/records-query.ts"],
  ["app/view/probe.ts", "#app/records/records-query.ts"],
  ["app/records/probe.ts", "#app/shell/app.ts"],
  ["app/records/probe.ts", "#contract/upstream/operations.ts"],
  ["app/shell/probe.ts", "#contract/upstream/operations.ts"],
  ["app/api/probe.ts", "#contract/upstream/operations.ts"],
  ["app/records/probe.ts", "#contract/../bff/app.ts"],
  ["app/ui/probe.ts", "#contract/view/view.ts"],
  ["app/ui/probe.ts", "#app/i18n/use-formats.ts"],
  ["app/ui/probe.ts", "@tanstack/react-query"],
  ["app/records/probe.ts", "node:fs"],
  ["app/records/probe.ts", "node:fs/promises"],
  ["app/records/probe.ts", "fastify"],
  ["app/records/probe.ts", "undici"],
  ["app/records/probe.ts", "@duckdb/node-api"],
  ["app/records/probe.ts", "vitest"],
  ["bff/probe.ts", "#app/view/use-view.ts"],
  ["bff/probe.ts", "#embedded/upstream.ts"],
  ["bff/probe.ts", "react"],
  ["bff/probe.ts", "react/jsx-runtime"],
  ["bff/probe.ts", "antd"],
  ["bff/routes/probe.ts", "#embedded/upstream.ts"],
  ["embedded/probe.ts", "#bff/app.ts"],
  ["upstream/probe.ts", "#embedded/open-upstream.ts"],
  ["upstream/probe.test.ts", "#embedded/duckdb-store.ts"],
  ["upstream/probe.kit.ts", "#embedded/duckdb-store.ts"],
  ["upstream/probe.ts", "#bff/app.ts"],
  ["upstream/probe.ts", "@duckdb/node-api"],
  ["bff/probe.ts", "@duckdb/node-api"],
  ["bff/probe.ts", "#upstream/upstream-server.ts"],
  ["bff/probe.ts", "./bff.kit.ts"],
  ["upstream/probe.ts", "#upstream/upstream.kit.ts"],
  ["embedded/probe.ts", "#upstream/operations/list-oracle.kit.ts"],
  ["process/probe.ts", "#bff/app.ts"],
  ["contract/record/probe.ts", "#signing/acs3.ts"],
  ["contract/time/probe.ts", "#contract/record/enums.ts"],
  ["contract/record/probe.ts", "#contract/time/time-range.ts"],
  ["contract/filter/probe.ts", "#contract/view/view.ts"],
  ["contract/view/probe.ts", "#contract/api/errors.ts"],
  ["contract/api/probe.ts", "#contract/upstream/operations.ts"],
  ["contract/upstream/probe.ts", "#contract/api/errors.ts"],
  ["contract/probe.ts", "./upstream/operations.ts"],
  ["contract/record/probe.ts", "node:fs"],
  ["contract/record/probe.ts", "react"],
  ["contract/record/probe.ts", "undici"],
  ["contract/record/probe.ts", "some-package/zod"],
  ["contract/upstream/probe.ts", "#bff/app.ts"],
  ["contract/upstream/probe.ts", "node:fs"],
  ["contract/record/probe.test.ts", "node:fs"],
  ["contract/record/probe.test.ts", "#bff/app.ts"],
  ["signing/probe.ts", "#contract/view/view.ts"],
  ["signing/probe.ts", "node:fs"],
  ["main.tsx", "#app/records/records-table.tsx"],
  ["main.tsx", "#contract/view/view.ts"],
  ["main.tsx", "./bff/app.ts"],
  ["server.ts", "#app/shell/app.ts"],
  ["server.ts", "#signing/acs3.ts"],
  ["app/unheard-of/probe.ts", "#contract/view/view.ts"],
  ["unheard-of/probe.ts", "zod"],
];

export const ALLOWED: readonly (readonly [file: string, from: string])[] = [
  ["main.tsx", "#app/shell/app.tsx"],
  ["server.ts", "#bff/app.ts"],
  ["server.ts", "#embedded/upstream.ts"],
  ["contract/record/probe.ts", "./enums.ts"],
  ["contract/filter/probe.ts", "#contract/record/enums.ts"],
  ["contract/record/probe.ts", "zod/mini"],
  ["contract/record/probe.ts", "dayjs/plugin/utc.js"],
  ["contract/record/probe.test.ts", "vitest"],
  ["contract/record/probe.test.ts", "fast-check"],
  ["contract/upstream/probe.ts", "./operations.ts"],
  ["contract/upstream/probe.ts", "#contract/record/enums.ts"],
  ["signing/probe.ts", "node:crypto"],
  ["bff/probe.ts", "#contract/upstream/operations.ts"],
  ["bff/probe.ts", "#signing/acs3.ts"],
  ["bff/probe.ts", "node:fs"],
  ["bff/probe.ts", "undici"],
  ["bff/probe.test.ts", "#embedded/upstream.ts"],
  ["bff/probe.test.ts", "./bff.kit.ts"],
  ["bff/probe.test.ts", "#upstream/upstream.kit.ts"],
  ["bff/probe.kit.ts", "#embedded/upstream.ts"],
  ["embedded/probe.ts", "#upstream/upstream-server.ts"],
  ["bff/routes/probe.test.ts", "#embedded/upstream.ts"],
  ["embedded/probe.ts", "#contract/upstream/operations.ts"],
  ["embedded/probe.ts", "@duckdb/node-api"],
  ["app/shell/probe.ts", "#app/records/records-table.tsx"],
  ["app/records/probe.ts", "#app/view/use-view.ts"],
  ["app/records/probe.ts", "#contract/view/view.ts"],
  ["app/records/probe.ts", "./columns.ts"],
  ["app/records/probe.ts", "antd"],
  ["app/ui/probe.ts", "antd"],
];

/** Files that break one further law each. */
export const SPOILED: Readonly<
  Record<string, readonly [rule: string, file: string, source: string]>
> = {
  "an import from the folder above": [
    "no-relative-parent-imports",
    "src/bff/routes/above.ts",
    'import { a } from "../a.ts";\nexport const b = [a];',
  ],
  "a circle of imports": [
    "no-cycle",
    "src/bff/circle.ts",
    'import { b } from "./circle-back.ts";\nexport const a = () => b;',
  ],
  "a circle of imports by #": [
    "no-cycle",
    "src/embedded/circle.ts",
    'import { b } from "#embedded/circle-back.ts";\nexport const a = () => b;',
  ],
  "an import nobody can check, for it is computed": [
    "no-dynamic-require",
    "src/app/records/computed.ts",
    'export const load = (name: string) => import("#bff/" + name);',
  ],
  "a type imported in passing": [
    "consistent-type-imports",
    "src/app/records/passing.ts",
    'export type A = import("#bff/app.ts").App;',
  ],
  "a require": [
    "no-require-imports",
    "src/app/records/require.ts",
    'export const a: unknown = require("#bff/app.ts");',
  ],
  "a module of Node named as a package": [
    "prefer-node-protocol",
    "src/app/records/bare.ts",
    'import { readFileSync } from "fs";\nexport const a = readFileSync;',
  ],
  "a barrel": ["no-barrel-file", "src/bff/barrel.ts", 'export * from "./circle-end.ts";'],
  "a default export": [
    "no-default-export",
    "src/bff/default.ts",
    "export default function start() {}",
  ],
  "process.env in a room": [
    "no-process-env",
    "src/bff/environment.ts",
    "export const port = process.env.PORT;",
  ],
  "a file name in camel case": ["filename-case", "src/bff/camelCase.ts", "export const a = 1;"],
  any: ["no-explicit-any", "src/bff/any.ts", "export const a: any = 1;"],
  "an exclamation mark": [
    "no-non-null-assertion",
    "src/bff/non-null.ts",
    "export const a = (b?: string) => b!.length;",
  ],
  "a hook called on condition": [
    "rules-of-hooks",
    "src/app/ui/condition.tsx",
    'import { useState } from "react";\nexport function A(p: { b: boolean }) {\n  if (p.b) useState(1);\n  return null;\n}',
  ],
  "an effect that forgets what it reads": [
    "exhaustive-deps",
    "src/app/ui/effect.tsx",
    'import { useEffect } from "react";\nexport function A(p: { b: string }) {\n  useEffect(() => { document.title = p.b; }, []);\n  return null;\n}',
  ],
  "a query key that forgets what the fetch reads": [
    "exhaustive-deps",
    "src/app/records/query.ts",
    'import { queryOptions } from "@tanstack/react-query";\nexport const a = (id: string) => queryOptions({ queryKey: ["a"], queryFn: () => fetch(id) });',
  ],
  "e2e reaching into src by path": [
    "no-restricted-imports",
    "e2e/by-path.ts",
    'import "../src/bff/app.ts";',
  ],
};

/** Files that may do what the laws above forbid to others. */
export const PRIVILEGED: Readonly<Record<string, string>> = {
  "src/server.ts": "export const port = process.env.PORT;",
  "src/embedded/probe-command.ts": "export const a = process.env.PORT;",
  "e2e/probe.ts":
    'import { a } from "#bff/app.ts";\nimport { b } from "#app/records/a.ts";\nexport const c = [a, b, process.env.A];',
  "e2e/bench/probe.ts": 'import { a } from "../probe.ts";\nexport const b = [a];',
  "e2e/probe.config.ts": "export default { a: process.env.A };",
};

/** What a probe needs beside itself. */
export const FURNITURE: Readonly<Record<string, string>> = {
  "src/bff/circle-back.ts": 'import { a } from "./circle.ts";\nexport const b = () => a;',
  "src/bff/circle-end.ts": "export const a = 1;",
  "src/embedded/circle-back.ts":
    'import { a } from "#embedded/circle.ts";\nexport const b = () => a;',
};
