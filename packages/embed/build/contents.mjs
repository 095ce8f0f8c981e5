import { staticClosure } from './chunk-table.mjs';

// An element that can draw its frame before it knows what stands in it loads the rest by itself, at once.
const pattern = /session-calendar\/calendar-body\.js$/;

/** Whether a module draws what stands in the frame that an element draws first. */
export function isContent(id) {
  return pattern.test(id);
}

/** The chunks that `files` load by themselves once the frame is drawn, and what those import. */
export function contentsOf(files, bundle) {
  return [
    ...new Set(
      files
        .flatMap((name) => bundle[name].dynamicImports)
        .filter((file) => Object.keys(bundle[file].modules).some(isContent))
        .flatMap((file) => staticClosure(bundle[file], bundle)),
    ),
  ].filter((file) => !files.includes(file));
}
