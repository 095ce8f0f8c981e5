import { basename } from 'node:path';
import { isContent } from './contents.mjs';
import { isInOneLanguage, isTexts } from './texts.mjs';

/**
 * What a page loads together lies together: `foundation` is what every element uses, `participation` what those use
 * that talk to a server, `month` what the calendar draws its sessions with. Everything else Rollup divides by itself, by who imports it: so also what nobody needs
 * before it draws.
 */
export function sharedChunks() {
  let tags;
  return (id, { getModuleIds, getModuleInfo }) => {
    tags ??= modulesOfTags(getModuleIds, getModuleInfo);
    if (isInOneLanguage(id)) return undefined;
    const draws = (tag) => tags.get(tag).drawn.has(id);
    if (!draws('session-calendar')) return undefined;
    if (!draws('proposal-form')) {
      return tags.get('session-calendar').first.has(id) ? undefined : 'month';
    }
    return tags.get('region-picker').later.has(id) ? 'foundation' : 'participation';
  };
}

/**
 * For every tag the modules that are there before it draws (its texts among them), those with which it has drawn what it
 * shows, and those it may load later.
 */
function modulesOfTags(getModuleIds, getModuleInfo) {
  const tags = new Map();
  for (const entry of getModuleIds()) {
    if (!/packages\/embed\/dist\/tags\/[^/]+\.js$/.test(entry)) continue;
    tags.set(basename(entry, '.js'), {
      first: reachedFrom(entry, getModuleInfo, isTexts),
      drawn: reachedFrom(entry, getModuleInfo, (id) => isTexts(id) || isContent(id)),
      later: reachedFrom(entry, getModuleInfo, () => true),
    });
  }
  return tags;
}

/** The modules that `entry` imports, directly or not; of dynamic imports those that `follows` says. */
function reachedFrom(entry, getModuleInfo, follows) {
  const reached = new Set([entry]);
  for (const id of reached) {
    const { importedIds, dynamicallyImportedIds } = getModuleInfo(id);
    for (const next of importedIds) reached.add(next);
    for (const next of dynamicallyImportedIds) if (follows(next)) reached.add(next);
  }
  return reached;
}
