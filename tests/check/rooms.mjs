import { posix } from 'node:path';
import { circlesIn, moduleImports } from './modules.mjs';

/**
 * Imports go down: files never import each other in a circle, and neither do the rooms of a folder, which are its files
 * and subfolders. A subfolder of an element imports nothing that stands beside it or above it in the element's folder.
 *
 * @returns {string[]} problems
 */
export function roomProblems() {
  const imports = moduleImports();
  return [
    ...circlesOfRooms(imports).map(
      ([folder, rooms]) => `${folder}: a circle of ${rooms.join(', ')}`,
    ),
    ...imports.filter(leavesItsRoom).map(([from, to]) => `${from} imports upwards: ${to}`),
  ];
}

/**
 * @param {[from: string, to: string][]} imports
 * @returns {[folder: string, rooms: string[]][]} what imports itself in a circle, by the folder that it stands in
 */
export function circlesOfRooms(imports) {
  return [...roomsOf(imports)].flatMap(([folder, graph]) =>
    circlesIn(graph).map((rooms) => [folder, rooms.sort()]),
  );
}

/**
 * @param {[from: string, to: string][]} imports
 * @returns {Map<string, Map<string, Set<string>>>} for each folder, what each file or subfolder in it imports of the others
 */
export function roomsOf(imports) {
  const folders = new Map();
  for (const [from, to] of imports) {
    const [above, below] = [from.split('/'), to.split('/')];
    const parting = above.findIndex((part, index) => part !== below[index]);
    if (parting < 0) continue;
    const folder = above.slice(0, parting).join('/');
    const graph = folders.get(folder) ?? folders.set(folder, new Map()).get(folder);
    const own =
      graph.get(above[parting]) ?? graph.set(above[parting], new Set()).get(above[parting]);
    own.add(below[parting]);
  }
  return folders;
}

/** An import out of a subfolder of an element into the folder above it. */
function leavesItsRoom([from, to]) {
  const element = /^packages\/elements\/src\/[^/]+\//.exec(from)?.[0];
  const [above, below] = [posix.dirname(to), posix.dirname(from)];
  return element !== undefined && `${above}/`.startsWith(element) && below.startsWith(`${above}/`);
}
