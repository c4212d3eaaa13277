import type { SampleWords } from "./sample-words-zh-cn.ts";

const calls = (count: string) => (count === "1" ? "1 call" : `${count} calls`);

/** What is said of calls drawn at random, in English. */
export const sampleWordsEnUs: SampleWords = {
  title: "Sample for review",
  hint: "Drawn at random from all calls that match, each as likely as any other. The seed is in the link: a colleague who opens it gets the same calls.",
  calls: "Calls to draw",
  callsBad: (most) => `Must be a whole number from 1 to ${most}`,
  per: "Drawn from",
  scopes: { all: "All calls", agent: "Each agent" },
  leastTalk: "Talked at least",
  unit: "s",
  leastTalkBad: (most) => `Must be a whole number from 0 to ${most}`,
  again: "Draw again",
  leaveOut: "Without those heard",
  drawing: "Drawing",
  drawn: (done, of) => `Drawing: ${done} of ${of}`,
  drawnAgents: (done, of) => `Drawing: ${done} of ${of} agents`,
  heardOf: (heard, of) => `${heard} of ${of} heard`,
  among: (among) => `drawn from ${calls(among)}`,
  amongTalk: (among, total) => `drawn from ${calls(among)} that talked long enough (of ${total})`,
  amongUnknown: (total) => `drawn from ${calls(total)}, the talk time of each looked at`,
  fewer: (drawn) => `Only ${calls(drawn)} match`,
  agentOf: (drawn, among) => `${drawn} of ${calls(among)}`,
  agentUnknown: calls,
  someAgents:
    "Too many calls: only agents whom the newest calls name are drawn from (40 at most), no others",
  twice: "A call that was passed on may stand below two agents",
  leftOut: (count) =>
    `${calls(count)} already heard left out, others drawn in their place; a colleague who opens the link gets the sample with them`,
  leftOutCut: (most) => `Only the ${most} marked last are left out`,
  growing:
    "Calls may still come into this time range, and a refresh will draw others. For a colleague use Share: its link fixes the range",
  changed: (before, now) =>
    `There were ${calls(before)} and now are ${now}: the same seed may draw other calls than before`,
  emptyTitle: "Nothing to draw from",
  empty: "No call matches, or none talked long enough.",
  allHeard: "All calls that match have been heard.",
  failed: "The sample could not be drawn",
  narrow: "Shorten the time range, or ask for less talk time.",
  open: (at) => `Open the call of ${at}`,
  heard: "Heard",
  markHeard: (at) => `Call of ${at} heard`,
  undo: "Undo mark",
  marks: (count) => `Marks (${count})`,
  export: "Export marks",
  import: "Import marks",
  importHint: "Choose a file of heard marks (JSON)",
  fileName: "heard-marks",
  taken: (added, all) => `${all === "1" ? "1 mark" : `${all} marks`} in the file, ${added} new`,
  fault: {
    size: "The file is too large: 1 MB at most",
    json: (place) => `The file is not JSON: it breaks at ${place} (line:character)`,
    shape: (place) =>
      place === "" ? "The file holds no heard marks" : `The file is wrong at ${place}`,
    instance: "The file holds marks of another instance",
    unread: "The file could not be read",
  },
  csv: "Export CSV",
  yes: "Yes",
  no: "No",
  agentColumn: "Sampled agent",
  columns: {
    recording: "Recording",
  },
};
