import { staticClosure } from './chunk-table.mjs';

// An element that can draw its frame before it knows what stands in it loads the rest by itself, at once: what asks for
// it, and what draws it.
const asking = /session-calendar\/agenda-service\.js$/;
const drawing = /session-calendar\/calendar-body\.js$/;

/** Whether a module asks for what stands in the frame that an element draws first. */
export function isReader(id) {
  return asking.test(id);
}

/** Whether a module asks for what stands in that frame, or draws it. */
export function isContent(id) {
  return isReader(id) || drawing.test(id);
}

/**
 * The chunks that `files` load by themselves beside the frame, and what those import: what asks first, then what draws.
 * `belongs` narrows them, such as {@link isReader}.
 */
export function contentsOf(files, bundle, belongs = isContent) {
  const holds = (file, test) => Object.keys(bundle[file].modules).some(test);
  const loaded = files
    .flatMap((name) => bundle[name].dynamicImports)
    .filter((file) => holds(file, belongs))
    .sort((a, b) => holds(b, isReader) - holds(a, isReader))
    .flatMap((file) => staticClosure(bundle[file], bundle));
  return [...new Set(loaded)].filter((file) => !files.includes(file));
}
