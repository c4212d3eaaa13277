/** Whether it is files that are dragged: rows, columns and text are, too. */
export function hasFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes("Files") === true;
}
