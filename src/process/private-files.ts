/** What a process makes from here on is its user's alone, 0700 and 0600: call records hold phone numbers. */
export function makeFilesPrivate(): void {
  process.umask(0o077);
}
