// In a server that a benchmark looks at: on SIGUSR2 it lets go of what nobody holds, so that what is left is what
// it needs. Needs `--expose-gc`.
process.on("SIGUSR2", () => globalThis.gc?.());
