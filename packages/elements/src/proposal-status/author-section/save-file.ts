/** Lets the browser save a file that was made on this page. */
export function saveFile(name: string, mediaType: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: mediaType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Browsers read it after the click; a minute is long for them and short for the memory.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
