import { basename } from 'node:path';
import { isTexts } from './texts.mjs';

/**
 * What a page loads together lies together: `foundation` is what every element needs, `participation` what those
 * need that talk to a server. Everything else Rollup divides by itself, by who imports it.
 */
export function sharedChunks() {
  let needs;
  return (id, { getModuleIds, getModuleInfo }) => {
    needs ??= needsOfTags(getModuleIds, getModuleInfo);
    const isNeededBy = (tag) => needs.get(tag).has(id);
    if (!isNeededBy('session-calendar') || !isNeededBy('proposal-form')) return undefined;
    return isNeededBy('region-picker') ? 'foundation' : 'participation';
  };
}

/** For every tag the modules that are there before it draws: those it imports, and its texts. */
function needsOfTags(getModuleIds, getModuleInfo) {
  const needs = new Map();
  for (const entry of getModuleIds()) {
    if (!/packages\/embed\/dist\/tags\/[^/]+\.js$/.test(entry)) continue;
    const reached = new Set([entry]);
    for (const id of reached) {
      const { importedIds, dynamicallyImportedIds } = getModuleInfo(id);
      for (const next of importedIds) reached.add(next);
      for (const next of dynamicallyImportedIds) if (isTexts(next)) reached.add(next);
    }
    needs.set(basename(entry, '.js'), reached);
  }
  return needs;
}
