import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';
import { filesUnder, root } from '../harness/tree.mjs';

/** @returns {string[]} sources that are published, without tests and what only tests use */
export function sourceModules() {
  return filesUnder('packages').filter(
    (file) =>
      /^packages\/[^/]+\/src\/.*\.ts$/.test(file) && !/\.test\.|\.d\.ts$|\/testing\//.test(file),
  );
}

/**
 * What each source imports of its own package: values, types and `import()`.
 *
 * @returns {[from: string, to: string][]} files, relative to the root
 */
export function moduleImports() {
  const modules = new Set(sourceModules());
  return [...modules].flatMap((from) =>
    relativeImports(readFileSync(join(root, from), 'utf8'))
      .map((path) => posix.join(posix.dirname(from), path).replace(/\.js$/, '.ts'))
      .filter((to) => modules.has(to))
      .map((to) => [from, to]),
  );
}

function relativeImports(text) {
  const { importedFiles } = ts.preProcessFile(text, true, true);
  return importedFiles.map(({ fileName }) => fileName).filter((path) => path.startsWith('.'));
}

/**
 * The circles of a graph: sets of nodes of which each leads to each (Tarjan's strongly connected components).
 *
 * @template Node
 * @param {Map<Node, Set<Node>>} graph
 * @returns {Node[][]} each with two nodes or more
 */
export function circlesIn(graph) {
  return componentsOf(graph).filter((nodes) => nodes.length > 1);
}

/**
 * @template Node
 * @param {Map<Node, Set<Node>>} graph
 * @returns {Node[][]} what leads to nothing else first; a circle is one component
 */
export function componentsOf(graph) {
  const [found, open, components] = [new Map(), [], []];
  const visit = (node) => {
    const own = found.size;
    found.set(node, own);
    open.push(node);
    let lowest = own;
    for (const next of graph.get(node) ?? []) {
      if (!found.has(next)) lowest = Math.min(lowest, visit(next));
      else if (open.includes(next)) lowest = Math.min(lowest, found.get(next));
    }
    if (lowest === own) components.push(open.splice(open.indexOf(node)));
    return lowest;
  };
  for (const node of graph.keys()) if (!found.has(node)) visit(node);
  return components;
}
