/** Offers a file to the reader by the browser's own download. */
export function saveFile(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has taken hold of the content by then; without this it stays in memory.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
