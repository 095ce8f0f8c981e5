import { basename } from 'node:path';
import { isContent, isReader } from './contents.mjs';
import { isInOneLanguage, isTexts } from './texts.mjs';

/** With what a form keeps its draft and asks for the site with its privacy record: two files less on a line with two bars. */
const writing = /foundation\/quietly\.js$|idb-keyval|reads\/site(?:\.data)?\.js$/;

/**
 * What a page loads together lies together: `foundation` is what every element uses, `participation` what those draw with
 * that talk to a server, `client` what they talk with, `agenda` what the calendar asks for its sessions with, `month` what
 * it draws them with. Everything else Rollup divides by itself, by who imports it: so also what nobody needs before it
 * draws.
 */
export function sharedChunks() {
  let tags;
  return (id, { getModuleIds, getModuleInfo }) => {
    tags ??= modulesOfTags(getModuleIds, getModuleInfo);
    if (isInOneLanguage(id)) return undefined;
    // Some hundred bytes each, needed wherever someone writes: a file for each would weigh as much again.
    if (/contract\/dist\/(proposal-limits|grapheme-count)\.js$/.test(id)) return 'limits';
    if (writing.test(id)) return 'writing';
    const drawing = [...tags].filter(([, { drawn }]) => drawn.has(id)).map(([tag]) => tag);
    if (!drawing.includes('session-calendar')) return undefined;
    const { first, asked } = tags.get('session-calendar');
    if (!drawing.includes('proposal-form')) {
      // What others draw with must not bring them the whole month.
      if (first.has(id) || drawing.length > 1) return undefined;
      return asked.has(id) ? 'agenda' : 'month';
    }
    if (tags.get('region-picker').later.has(id)) return 'foundation';
    return first.has(id) ? 'participation' : 'client';
  };
}

/**
 * For every tag the modules that are there before it draws (its texts among them), those with which it asks for what it
 * shows, those with which it has drawn that, and those it may load later.
 */
function modulesOfTags(getModuleIds, getModuleInfo) {
  const tags = new Map();
  for (const entry of getModuleIds()) {
    if (!/packages\/embed\/dist\/tags\/[^/]+\.js$/.test(entry)) continue;
    tags.set(basename(entry, '.js'), {
      first: reachedFrom(entry, getModuleInfo, isTexts),
      asked: reachedFrom(entry, getModuleInfo, (id) => isTexts(id) || isReader(id)),
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
