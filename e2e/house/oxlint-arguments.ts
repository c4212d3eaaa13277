/**
 * Arguments for `node` that start oxlint with `oxlint.config.ts`. Node below 22.18 cannot read a
 * TypeScript config by itself, so tsx does it for all versions.
 */
export const OXLINT_ARGUMENTS = ["--import", "tsx", "node_modules/oxlint/bin/oxlint"];
