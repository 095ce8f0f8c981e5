import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compiledPackageNames, root } from '../harness/tree.mjs';
import { componentsOf, moduleImports } from './modules.mjs';
import { roomsOf } from './rooms.mjs';

/** Folders that are drawn besides the packages: those with many rooms. */
const DRAWN = ['foundation', 'session-calendar', 'proposal-form'];
const BEGIN = '<!-- Written by `npm run architecture`. -->';
const END = '<!-- End of the drawing. -->';

/**
 * The document with the drawing of today's imports between its two marks.
 *
 * @param {string} document
 * @returns {string}
 */
export function withDrawing(document) {
  const [before, , after] = document.split(new RegExp(`${BEGIN}|${END}`));
  return `${before}${BEGIN}\n\n${drawing()}\n\n${END}${after}`;
}

function drawing() {
  const rooms = roomsOf(moduleImports());
  const sources = compiledPackageNames().map((name) => `packages/${name}/src`);
  const folders = [...sources, ...DRAWN.map((name) => `packages/elements/src/${name}`)].sort();
  return [
    section('Packages', packageGraph()),
    ...folders.map((folder) => section(`\`${folder}\``, rooms.get(folder) ?? new Map())),
  ].join('\n\n');
}

const section = (title, graph) => `### ${title}\n\n\`\`\`text\n${drawn(graph).join('\n')}\n\`\`\``;

function packageGraph() {
  // What is bundled into a package is only needed while it is built.
  const dependenciesOf = (name) => {
    const text = readFileSync(join(root, 'packages', name, 'package.json'), 'utf8');
    const { dependencies, devDependencies } = JSON.parse(text);
    return { ...dependencies, ...devDependencies };
  };
  return new Map(
    compiledPackageNames().map((name) => [
      name,
      new Set(
        Object.keys(dependenciesOf(name))
          .filter((dependency) => dependency.startsWith('@nafida/'))
          .map((dependency) => dependency.slice('@nafida/'.length)),
      ),
    ]),
  );
}

/**
 * One line a room: its floor, its name, and the rooms it imports. The ground is floor 1; an import that others
 * lead to anyway is left out.
 *
 * @param {Map<string, Set<string>>} graph
 * @returns {string[]} from the top floor down
 */
export function drawn(graph) {
  const [floors, reached] = [new Map(), new Map()];
  for (const circle of componentsOf(graph)) {
    const below = circle.flatMap((room) => [...(graph.get(room) ?? [])]);
    const outside = below.filter((room) => !circle.includes(room));
    const floor = 1 + Math.max(0, ...outside.map((room) => floors.get(room)));
    const all = new Set([...outside, ...outside.flatMap((room) => [...reached.get(room)])]);
    for (const room of circle) (floors.set(room, floor), reached.set(room, all));
  }
  const arrowsOf = (room) => {
    const below = [...(graph.get(room) ?? [])];
    return below.filter((to) => !below.some((other) => reached.get(other).has(to))).sort();
  };
  const width = Math.max(0, ...[...floors.keys()].map((room) => room.length));
  return [...floors]
    .sort(([a, i], [b, j]) => j - i || (a < b ? -1 : 1))
    .map(([room, floor]) => {
      const line = `${String(floor).padStart(2)}  ${room.padEnd(width)}  → ${arrowsOf(room).join(' · ')}`;
      return line.replace(/ +→ $/, '');
    });
}
