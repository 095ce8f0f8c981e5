// Every contender, what it is called in the tables and where its packages are installed.
import { readFile } from 'node:fs/promises';

/** @typedef {{ name: string, kind: 'picker' | 'calendar', file: string, peers: 'main' | 'schedule-x', packages: string[] }} Contender */

const row = (kind, name, file, packages, peers = 'main') => ({
  kind,
  name,
  file: `${kind}-${file}.js`,
  packages,
  peers,
});

/** @type {Contender[]} */
export const contenders = [
  row('picker', 'Nafida region picker', 'nafida', []),
  row('picker', 'floor: Lit, 12 rows', 'floor', ['lit']),
  row('picker', 'Vaadin combo-box', 'vaadin', ['@vaadin/combo-box']),
  row('picker', 'accessible-autocomplete', 'accessible-autocomplete', ['accessible-autocomplete']),
  row('picker', 'combobox-nav', 'combobox-nav', ['@github/combobox-nav']),
  row('picker', 'Slim Select', 'slim-select', ['slim-select']),
  row('picker', 'Choices', 'choices', ['choices.js']),
  row('picker', 'Tom Select', 'tom-select', ['tom-select']),
  row('picker', 'Shoelace select', 'shoelace-select', ['@shoelace-style/shoelace']),
  row('calendar', 'Nafida session calendar', 'nafida', []),
  row('calendar', 'floor: Lit month', 'floor', ['lit']),
  row('calendar', 'FullCalendar', 'fullcalendar', ['fullcalendar']),
  row('calendar', 'Toast UI Calendar', 'toastui', ['@toast-ui/calendar']),
  row('calendar', 'EventCalendar', 'event-calendar', ['@event-calendar/core']),
  row('calendar', 'Schedule-X', 'schedule-x', ['@schedule-x/calendar'], 'schedule-x'),
];

/** The text of a contender's module. */
export const sourceOf = ({ file }) =>
  readFile(new URL(`contenders/${file}`, import.meta.url), 'utf8');

/** `package version, …` of what a contender is made of; ours has the version of this repository. */
export async function versionsOf({ packages, peers }) {
  const read = async (url) => JSON.parse(await readFile(url, 'utf8'));
  if (packages.length === 0)
    return (await read(new URL('../../package.json', import.meta.url))).version;
  const versions = packages.map(async (name) => {
    const url = new URL(`peers/${peers}/node_modules/${name}/package.json`, import.meta.url);
    return (await read(url)).version;
  });
  return (await Promise.all(versions)).join(', ');
}
