import type { Rest } from '@nafida/contract/calendar-file.js';

/** How long work may block a page, in milliseconds. */
const sliceMs = 40;

/** Long work in slices: between two of them the page draws and answers. */
export function inSlices(): Rest {
  let began = performance.now();
  return () => {
    if (performance.now() - began < sliceMs) return undefined;
    return new Promise((resolve) =>
      setTimeout(() => {
        began = performance.now();
        resolve();
      }),
    );
  };
}
