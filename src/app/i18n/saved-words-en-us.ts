import type { SavedWords } from "./saved-words-zh-cn.ts";

const views = (count: number) => (count === 1 ? "1 view" : `${count} views`);

/** The same in English. */
export const savedWordsEnUs: SavedWords = {
  filter: "Find by name or filter",
  noneFound: "No view matches",
  name: "Name of the view",
  save: "Save this view",
  saved: (name) => `Saved “${name}”`,
  isSaved: (name) => `This view is saved as “${name}”`,
  isChanged: (name) => `“${name}” has been changed since it was opened`,
  changedMark: "changed",
  update: "Update",
  updated: (name) => `Updated “${name}”`,
  team: "Team views",
  teamFailed: "The team views could not be loaded",
  own: "My views",
  ownNone: "None yet. Set the filters, then save them under a name above.",
  recent: "Recent views",
  rename: (name) => `Rename “${name}”`,
  remove: (name) => `Delete “${name}”`,
  removed: (name) => `Deleted “${name}”`,
  undoRemove: "Undo delete",
  up: (name) => `Move “${name}” up`,
  down: (name) => `Move “${name}” down`,
  moved: (name, place) => `“${name}” is number ${place} now`,
  keys: "F2 renames, Delete deletes, Alt+↑ ↓ moves",
  start: "Begin with",
  startDefault: "All calls of today",
  startLast: "The last view",
  startGone: (name) =>
    `The team view “${name}” is gone. From now on you begin with all calls of today.`,
  export: "Export",
  exportHint: "Save my views as one file",
  import: "Import",
  importHint: "Add views from a file",
  fileName: "Call record views",
  imported: (count) =>
    count === 0 ? "All views of the file were here already" : `Imported ${views(count)}`,
  sameName: (count) =>
    count === 1
      ? "A view of the file has the name of one that is here. What now?"
      : `${views(count)} of the file have the names of others that are here. What now?`,
  sameNames: { both: "Keep both", replace: "Replace by the file's", skip: "Skip" },
  cancel: "Cancel",
  fault: {
    size: "Not imported: the file is larger than 1 MB",
    json: (place) => `Not imported: the file is not JSON (at ${place})`,
    place: (place) => `Not imported: the file is wrong at ${place}`,
    seal: "Not imported: a number in the file cannot be sealed at the moment, try again later",
  },
  full: "Not saved: the browser's storage is full or not available",
  compare: "comparison",
  level: "service level",
  chart: "chart",
  columns: "columns",
  sort: "order",
  undone: (what) => `Undone: ${what}`,
  redone: (what) => `Redone: ${what}`,
  nothingToUndo: "There is no change to undo",
  nothingToRedo: "There is no change to redo",
  between: ", ",
};
