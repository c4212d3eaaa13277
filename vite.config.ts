import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { runnerImport, type Plugin } from "vite";
import { compression, defineAlgorithm } from "vite-plugin-compression2";
import { defineConfig } from "vitest/config";
import { compileMessages, type Texts } from "./src/app/i18n/compile-messages.ts";

/**
 * Gives the browser messages that are parsed already, and the half of use-intl that only formats
 * such. Unit tests read the messages as they are written.
 */
function compiledMessages(): Plugin {
  return {
    name: "callscope:compiled-messages",
    apply: (_config, { mode }) => mode !== "test",
    config: () => ({
      resolve: {
        alias: [
          {
            find: /^use-intl\/format-message$/,
            replacement: "use-intl/format-message/format-only",
          },
        ],
      },
    }),
    transform: {
      order: "pre",
      filter: { id: /\/src\/labels\/(\w+-)?messages-[a-z]{2}-[a-z]{2}\.ts$/ },
      async handler(_code, id) {
        const { module } = await runnerImport<Readonly<Record<string, Texts>>>(id);
        return Object.entries(module)
          .map(
            ([name, texts]) => `export const ${name} = ${JSON.stringify(compileMessages(texts))};`,
          )
          .join("\n");
      },
    },
  };
}

/** The script that asks for data while the code is still coming: before the code in `index.html`. */
const EARLY = "/src/early.ts";

/** What of us it stands on: no schemas of replies, for those need a package. */
const ASKING =
  /\/src\/(early\.ts|app\/api\/(early-replies|tab-headers)|contract\/(api\/(first-paths|tab)|(filter|view|time)\/|record\/(?!call-record)))/;

/** Puts it there. Vite makes one file of the scripts that `index.html` names itself, which come together. */
function earlyScript(): Plugin {
  return {
    name: "callscope:early-script",
    transformIndexHtml: {
      order: "post",
      handler(_html, { bundle }) {
        const file = Object.values(bundle ?? {}).find(
          (one) => one.type === "chunk" && one.facadeModuleId?.endsWith(EARLY),
        );
        const src = file === undefined ? EARLY : `/${file.fileName}`;
        return [
          {
            tag: "script",
            attrs: { type: "module", async: true, fetchpriority: "high", src },
            injectTo: "head-prepend",
          },
        ];
      },
    },
  };
}

const FETCH_THEN_IMPORT = join(import.meta.dirname, "src/app/ui/fetch-then-import.ts");

/** Ours in place of Vite's helper around each `import()`: the file says why. */
function fetchedBeforeImport(): Plugin {
  return {
    name: "callscope:fetched-before-import",
    apply: "build",
    load: {
      order: "pre",
      // Authority: Vite's plugin `vite:build-import-analysis`. e2e/shell/late-code.e2e.ts tells when it has another.
      filter: { id: /^\0vite\/preload-helper\.js$/ },
      handler: () =>
        `export { fetchThenImport as __vitePreload } from ${JSON.stringify(FETCH_THEN_IMPORT)};`,
    },
  };
}

export default defineConfig({
  plugins: [
    react(),
    fetchedBeforeImport(),
    earlyScript(),
    compiledMessages(),
    // The BFF serves these beside the originals, so that no request pays for compression.
    compression({
      include: /\.(js|css|html|svg|json)$/,
      threshold: 1024,
      algorithms: [defineAlgorithm("brotliCompress"), defineAlgorithm("gzip")],
    }),
  ],
  build: {
    outDir: "dist",
    target: "es2023",
    sourcemap: false,
    modulePreload: {
      // A part that stands on nothing else is fetched before it is imported, too.
      resolveDependencies: (file, needed, { hostType }) =>
        hostType === "js" ? [...new Set([file, ...needed])] : needed,
    },
    // kB before compression. What a first visit may weigh is held by e2e/shell/first-load.e2e.ts.
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      input: ["index.html", `.${EARLY}`],
      output: {
        codeSplitting: {
          // The first load in three pieces: what it takes to ask for data, the packages, which change
          // seldom, and the rest. Left alone it is cut into thirty, by what later parts share: a
          // request each, and worse compressed.
          groups: [
            { name: "asking", test: ASKING, tags: ["$initial"] },
            { name: "packages", test: /[\\/]node_modules[\\/]/, tags: ["$initial"] },
            { name: "callscope", tags: ["$initial"] },
          ],
        },
      },
      treeshake: {
        // antd's inputs touch its form library, which we never draw. It does not say that importing
        // it does nothing, so all of it would be kept.
        moduleSideEffects: [{ test: /@rc-component[\\/]form[\\/]/, sideEffects: false }],
      },
    },
  },
  test: {
    include: ["src/**/*.test.{ts,tsx}", "e2e/**/*.test.ts"],
    environment: "node",
    // The day and the hour of the run are nothing that a test may hang on.
    setupFiles: ["e2e/clock/standing-clock.ts"],
    globalSetup: ["e2e/kit/build-once.ts"],
    // Vitest itself leaves one core idle, which on two is half of them; and many tests only wait.
    maxWorkers: "100%",
    // No test is about time, and machines are busy with other things.
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
