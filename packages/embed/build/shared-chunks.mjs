import { basename } from 'node:path';
import { languageOf } from './texts.mjs';

/**
 * What a person may do later, by the module that it begins with: one file each. What several of them share lies in `later`.
 * A new `import()` in an element needs a line here, or the build finds a file too small to stand alone.
 */
const laterParts = {
  sending: /proposal-form\/(sending\/sending-section|questions\/question-section)\.js$/,
  checks:
    /(proposal-form\/submit\/proposal-check|client\/dist\/request\/(all-operations|solve-challenge))\.js$/,
  attachments: /proposal-form\/attachments\/attachments-section\.js$/,
  outbox: /proposal-form\/outbox\/outbox-section\.js$/,
  similar: /proposal-form\/similar\/similar-section\.js$/,
  'qr-code': /submission\/qr-code\.js$/,
  author: /author-section\/author-section\.js$/,
  receipt: /(client\/dist\/receipt|@noble\/ed25519\/.*)\.js$/,
  popup: /region-picker\/picker-popup\.js$|territory\/dist\/provinces-near\.js$/,
  floating: /foundation\/popover\/floating\.js$/,
  communes: /communes\.data\.js$/,
  session: /session-page\/(session-page|programme-view)\.js$/,
  registration: /registration\/registration-section\.js$/,
  tools: /tools\/calendar-tools\.js$/,
  extras: /session-calendar\/(calendar-extras|agenda\/agenda-store)\.js$/,
  'agenda-file':
    /source\/file-client\.js$|contract\/dist\/calendar-file\/(index|rule-dates|own-rules)\.js$/,
  'windows-zones': /windows-zones\.data\.js$/,
  faults: /foundation\/errors\/explain-error\.js$|client\/dist\/request\/network-error-reason\.js$/,
};

/** Needed to use a tag, though the source loads it apart, for pages that bundle it and for what can be drawn before. */
const firstParts =
  /session-calendar\/calendar-body\.js$|proposal\/attachments\/attachment-list\.js$|steps\/steps-section\.js$/;

/** What would make some load a file for a few lines of it: its own file, or one that all who need it have. */
const placedParts = {
  lookup: /submission\/lookup\//,
  submission: /idb-keyval\/.*\.js$|loading\/attempt-within\.js$/,
  participation: /contract\/dist\/proposal\/proposal-terms\.js$/,
};

/** Where a part of another tag needs what one tag alone needs first: in a file that only those load. */
const sharedFrom = {
  'proposal-form': 'submission',
  'proposal-status': 'lookup',
  'proposal-list': 'published',
  proposal: 'published',
};

/** The tags that show what others proposed. */
const published = ['proposal', 'proposal-list'];

/** Registers a tag: who loads another tag has no part in how that is divided. */
const definition = /elements\/dist\/[\w-]+\/define\.js$/;

/**
 * Few files, cut by what a visit needs: `foundation` is what every tag uses, `participation` what those share that talk
 * to a server, `published` what those share that show proposals, `places` the names of places, `submission` and `lookup`
 * what the form and the status share with what people do later elsewhere, and each tag is one file with all else it needs
 * to be used, its texts in `language` included. Texts in the other languages lie together, for the page that changes its own.
 */
export function sharedChunks(language) {
  let rooms;
  return (id, { getModuleIds, getModuleInfo }) => {
    const spoken = languageOf(id);
    if (spoken && spoken !== language) return `texts.${spoken}`;
    rooms ??= findRooms(getModuleIds, getModuleInfo);
    const using = rooms.filter(({ modules }) => modules.has(id));
    const tags = using.filter(({ owners }) => !owners).map(({ name }) => name);
    const parts = using.filter(({ owners }) => owners);
    if (tags.includes('provider')) return 'foundation';
    const [placed] = Object.entries(placedParts).find(([, part]) => part.test(id)) ?? [];
    if (placed) return placed;
    if (tags.length === 0) {
      if (/place-look-?up\.js$/.test(id)) return 'places';
      if (parts.some(({ name }) => name === 'checks')) return 'checks';
      return parts.length > 1 ? 'later' : parts[0]?.name;
    }
    if (/territory\/dist/.test(id)) return 'places';
    const isTheirs = parts.every(({ owners }) => owners.every((owner) => tags.includes(owner)));
    if (tags.length === 1 && isTheirs) return tags[0];
    if (tags.includes('region-picker')) return 'foundation';
    const [only] = tags;
    if (tags.length === 1 && sharedFrom[only]) return sharedFrom[only];
    return tags.every((tag) => published.includes(tag)) ? 'published' : 'participation';
  };
}

/** The tags and what may be done later, each with the modules that it needs; parts with the tags that load them. */
function findRooms(getModuleIds, getModuleInfo) {
  const ids = [...getModuleIds()];
  const importsOf = (id) => getModuleInfo(id).importedIds;
  const loadsOf = (id) => getModuleInfo(id).dynamicallyImportedIds;
  const isOwn = (id) => !definition.test(id);
  const needs = (id) => [...importsOf(id), ...loadsOf(id).filter((next) => firstParts.test(next))];
  const ownImports = (id) => importsOf(id).filter(isOwn);
  const mayLoad = (id) => [...importsOf(id), ...loadsOf(id)].filter(isOwn);
  const tags = ids.filter((id) => /packages\/embed\/dist\/tags\/[^/]+\.js$/.test(id));
  const reach = new Map(tags.map((id) => [basename(id, '.js'), closure(importsOf(id), mayLoad)]));
  return [
    ...tags.map((id) => ({ name: basename(id, '.js'), modules: closure([id], needs) })),
    ...Object.entries(laterParts).map(([name, begins]) => {
      const roots = ids.filter((id) => begins.test(id));
      const owners = [...reach].filter(([, known]) => roots.some((id) => known.has(id)));
      return { name, modules: closure(roots, ownImports), owners: owners.map(([tag]) => tag) };
    }),
  ];
}

function closure(roots, next) {
  const known = new Set(roots);
  for (const id of known) for (const found of next(id)) known.add(found);
  return known;
}
