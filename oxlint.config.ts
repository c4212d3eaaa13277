import { defineConfig, type OxlintOverride } from "oxlint";

type Room = {
  /** Other rooms it may import, as `#room/file.ts`. A room within an opened one stays closed. */
  rooms: readonly string[];
  /** The only packages it may import, with their paths; without it, all but those in `never`. */
  only?: readonly string[];
  never?: readonly string[];
};

/** Every dependency is in one of these three lists: a test says which is not. */
export const SERVER_PACKAGES = [
  "node:*",
  "fastify",
  "@fastify/*",
  "undici",
  "@duckdb/*",
  "@alicloud/*",
  "pino",
  "prom-client",
  "lru-cache",
  "pure-rand",
  "range-parser",
  "rate-limiter-flexible",
  "openid-client",
  "jose",
  "ipaddr.js",
  "mpg123-decoder",
  "cli-progress",
  "tsx",
];
export const BROWSER_PACKAGES = [
  "react",
  "react-dom",
  "react-error-boundary",
  "antd",
  "@ant-design/*",
  "@rc-component/*",
  "@tanstack/*",
  "use-intl",
  "uplot",
  "wavesurfer.js",
];
export const PACKAGES_OF_BOTH = ["zod", "dayjs", "csv-stringify", "fflate", "p-queue", "p-retry"];
/** The readers among them judge the files that we write, and did not write them. */
const TEST_PACKAGES = [
  "vitest",
  "fast-check",
  "csv-parse",
  "exceljs",
  "read-excel-file",
  "mediabunny",
];

// From node:process the environment could be read past the rule on process.env.
const onServer = { never: [...BROWSER_PACKAGES, "node:process", "@duckdb/*"] };
/** DuckDB's words stand in this one room. */
const onDuckDb = { never: [...BROWSER_PACKAGES, "node:process"] };
const inBrowser = { never: SERVER_PACKAGES };
/** Time and record stand on nothing; each further one on those before it. */
const CONTRACT = [
  "contract/time",
  "contract/record",
  "contract/filter",
  "contract/view",
  "contract/api",
] as const;
const upTo = (room: (typeof CONTRACT)[number]) => CONTRACT.slice(0, CONTRACT.indexOf(room) + 1);
const pure = { only: ["zod", "dayjs", "csv-stringify"] };
const onWire = [...upTo("contract/view"), "contract/upstream"];
/** What a part of the screen may import. The parts never import each other. */
const onScreen = {
  rooms: [...CONTRACT, "labels", "app/view", "app/ui", "app/i18n", "app/api"],
  ...inBrowser,
};

/**
 * The law of the house: who may import whom. A room is a path under `src`; one with a dot in its
 * name is a single file. What is not opened here is closed, and so is a room that is not listed.
 */
export const MAY_IMPORT: Readonly<Record<string, Room>> = {
  "main.tsx": { rooms: ["app/shell", "app/api"], ...inBrowser },
  // Packages would have to come before anything is asked for.
  "early.ts": { rooms: [...CONTRACT, "app/api"], only: [] },
  "server.ts": { rooms: ["process", "bff", "embedded"], ...onServer },
  "export-command.ts": {
    rooms: [...upTo("contract/record"), "contract/api", "process", "bff", "embedded"],
    ...onServer,
  },
  contract: { rooms: [], ...pure },
  "contract/time": { rooms: [], ...pure },
  "contract/record": { rooms: [], ...pure },
  "contract/filter": { rooms: ["contract/time", "contract/record"], ...pure },
  "contract/view": { rooms: upTo("contract/filter"), ...pure },
  "contract/api": { rooms: upTo("contract/view"), ...pure },
  "contract/upstream": { rooms: upTo("contract/view"), ...pure },
  labels: { rooms: CONTRACT, ...pure },
  sheet: {
    rooms: ["contract/time", "contract/record", "contract/view"],
    only: ["csv-stringify", "fflate"],
  },
  process: { rooms: ["contract/time", "contract/filter"], ...onServer },
  signing: { rooms: [], only: ["node:crypto"] },
  upstream: { rooms: [...onWire, "signing", "process"], ...onServer },
  embedded: { rooms: [...onWire, "upstream", "process"], ...onDuckDb },
  bff: {
    rooms: [...CONTRACT, "contract/upstream", "labels", "sheet", "signing", "process"],
    ...onServer,
  },
  "app/shell": {
    rooms: [
      ...CONTRACT,
      "labels",
      "app/records",
      "app/answers",
      "app/detail",
      "app/filters",
      "app/overview",
      "app/export",
      "app/share",
      "app/saved",
      "app/session",
      "app/view",
      "app/api",
      "app/i18n",
      "app/ui",
    ],
    ...inBrowser,
  },
  "app/records": { ...onScreen, rooms: [...onScreen.rooms, "sheet"] },
  "app/answers": { ...onScreen, rooms: [...onScreen.rooms, "sheet"] },
  "app/detail": onScreen,
  "app/filters": onScreen,
  "app/overview": onScreen,
  "app/export": { ...onScreen, rooms: [...onScreen.rooms, "sheet"] },
  "app/share": onScreen,
  "app/saved": onScreen,
  "app/session": onScreen,
  "app/view": { rooms: [...CONTRACT, "labels", "app/ui", "app/i18n", "app/api"], ...inBrowser },
  "app/api": { rooms: CONTRACT, ...inBrowser },
  "app/i18n": { rooms: [...CONTRACT, "labels", "app/ui"], ...inBrowser },
  "app/ui": { rooms: [], never: [...SERVER_PACKAGES, "@tanstack/react-query"] },
};

/**
 * The BFF is tested against the embedded upstream, not against a stand-in; the upstream over the
 * least of stores, an array, so that nothing in it knows of any other.
 */
const TESTS_MAY_ALSO_IMPORT: Readonly<Record<string, readonly string[]>> = {
  bff: ["embedded", "upstream"],
  embedded: ["signing"],
};

const CONFIG_FILES = ["*.config.ts"];
const ENVIRONMENT_READERS = [
  "src/server.ts",
  "src/export-command.ts",
  "src/embedded/*-command.ts",
  "e2e/**",
];

const ROOMS = Object.keys(MAY_IMPORT);
const isFile = (room: string) => room.includes(".");
const nestedIn = (room: string) => ROOMS.filter((other) => other.startsWith(`${room}/`));
/** Without a slash a pattern matches at any depth: `zod` would open `some-package/zod` too. */
const withPaths = (name: string) => [`{${name},${name}/}`, `${name}/**`];

/**
 * One list of patterns, of which the last that matches wins: everything is closed, then doors are
 * opened, then the corners behind them closed again. It must be one list, for what one list opens
 * (`!`) is open whatever another list closes.
 */
function forbidden(room: string, kind: "code" | "tests"): string[] {
  const { rooms, only, never } = MAY_IMPORT[room] ?? { rooms: [] };
  const inTests = kind === "tests";
  const opened = [
    ...rooms,
    ...(isFile(room) ? [] : [room]),
    ...(inTests ? (TESTS_MAY_ALSO_IMPORT[room] ?? []) : []),
  ];
  const packages = only
    ? [
        "**",
        ...[...only, ...(inTests ? TEST_PACKAGES : [])]
          .flatMap(withPaths)
          .map((name) => `!${name}`),
      ]
    : [...(never ?? []), ...(inTests ? [] : TEST_PACKAGES)].flatMap(withPaths);
  return [
    ...packages,
    "#*",
    "#*/**",
    ...opened.map((name) => `!#${name}/**`),
    ...opened
      .flatMap(nestedIn)
      .filter((name) => !opened.includes(name))
      .map((name) => `#${name}/**`),
    isFile(room) ? "./**" : "!./**",
    ...nestedIn(room).map((name) => `./${name.slice(room.length + 1)}/**`),
    // What only tests use is no part of the product.
    ...(inTests ? [] : ["**/*.kit.ts"]),
    // A path that climbs could reach a closed room through an open one.
    "**/../**",
  ];
}

function boundary(room: string, kind: "code" | "tests"): OxlintOverride {
  const { rooms, only } = MAY_IMPORT[room] ?? { rooms: [] };
  const ofPackages = only ? `; of packages only ${only.join(", ")}` : "";
  const message = `${room} may import, of our rooms, ${rooms.join(", ") || "none"}${ofPackages}.`;
  const path = isFile(room) ? `src/${room}` : `src/${room}/**`;
  return {
    files: [kind === "tests" ? `${path}/*.{test,kit}.{ts,tsx}` : path],
    rules: {
      "no-restricted-imports": ["error", { patterns: [{ group: forbidden(room, kind), message }] }],
    },
  };
}

export default defineConfig({
  plugins: ["typescript", "unicorn", "oxc", "import", "react", "node", "promise", "vitest"],
  jsPlugins: ["@tanstack/eslint-plugin-query"],
  categories: { correctness: "error", suspicious: "error" },
  ignorePatterns: ["dist", ".data", "test-results"],
  options: { reportUnusedDisableDirectives: "error" },
  rules: {
    "import/no-cycle": "error",
    "import/no-duplicates": "error",
    "import/no-default-export": "error",
    // A computed import() would pass by every boundary below.
    "import/no-dynamic-require": ["error", { esmodule: true }],
    "import/no-relative-parent-imports": "error",
    "node/no-process-env": "error",
    "oxc/no-barrel-file": ["error", { threshold: 0 }],
    "react/exhaustive-deps": "error",
    "react/rules-of-hooks": "error",
    // So would a type written `import("…").T`.
    "typescript/consistent-type-imports": ["error", { disallowTypeAnnotations: true }],
    "typescript/no-explicit-any": "error",
    "typescript/no-non-null-assertion": "error",
    "typescript/no-require-imports": "error",
    "unicorn/filename-case": ["error", { case: "kebabCase" }],
    "unicorn/prefer-node-protocol": "error",
    "@tanstack/query/exhaustive-deps": "error",

    // Off: the JSX transform imports React by itself,
    "react/react-in-jsx-scope": "off",
    // styles are imported for their effect,
    "import/no-unassigned-import": "off",
    // `fc.assert` and `dayjs.utc` are how their authors write them,
    "import/no-named-as-default-member": "off",
    // and this one is for code compiled by the React Compiler, which ours is not.
    "react/incompatible-library": "off",
    // Fastify, unlike Express, waits for its handlers.
    "oxc/no-async-endpoint-handlers": "off",
    // Where a small function stands is a matter of reading, not of right and wrong.
    "unicorn/consistent-function-scoping": "off",
    // Vitest's expect takes a message.
    "vitest/valid-expect": ["error", { maxArgs: 2 }],
    // Helpers that assert are named `expectX`.
    "vitest/expect-expect": ["error", { assertFunctionNames: ["expect", "expect*", "fc.assert"] }],
  },
  overrides: [
    {
      files: ["src/**"],
      rules: {
        "no-restricted-imports": [
          "error",
          { patterns: [{ group: ["**"], message: "This room is not in MAY_IMPORT." }] },
        ],
      },
    },
    ...ROOMS.map((room) => boundary(room, "code")),
    ...ROOMS.filter((room) => !isFile(room)).map((room) => boundary(room, "tests")),
    {
      files: ["e2e/**"],
      rules: {
        // There is no `#` for e2e itself; what is in src has one.
        "import/no-relative-parent-imports": "off",
        // A Playwright fixture hands on what it made by calling `use`, which is no hook; one that
        // needs no other must still begin with `{}`.
        "react/rules-of-hooks": "off",
        "no-empty-pattern": "off",
        "no-restricted-imports": [
          "error",
          { patterns: [{ group: ["**/../src/**"], message: "Write #room/file.ts." }] },
        ],
      },
    },
    {
      files: CONFIG_FILES,
      rules: { "import/no-default-export": "off", "node/no-process-env": "off" },
    },
    { files: ENVIRONMENT_READERS, rules: { "node/no-process-env": "off" } },
  ],
});
