import type { CommandName } from './commands.js';

/**
 * For commands with a file: the input field that has the file's contents. A field of the file has the name of its path
 * there; every other field has the name of its option.
 */
export const filedFields: Partial<Record<CommandName, string>> = {
  'site privacy': 'privacy',
  'site holidays': 'holidays',
  'consultation import': 'consultations',
  'sessions import': 'sessions',
  'sessions create': 'content',
  'sessions edit': 'changes',
};

const operands: Readonly<Record<string, string>> = {
  site: 'SITE',
  session: 'SESSION',
  reference: 'REFERENCE',
  consultation: 'CONSULTATION',
  into: 'OTHER',
  message: 'MESSAGE',
  token: 'TOKEN-ID',
  doorCode: 'DOOR-CODE',
  file: 'FILE',
  id: 'ID',
  table: 'FILE.csv',
};

/** Options whose name differs from that of their field. */
const options: Readonly<Record<string, string>> = {
  'territory.code': '--territory',
  'territory.vintage': '--territory',
  addLocales: '--add-language',
  removeLocales: '--remove-language',
  locales: '--language',
  addOrigins: '--add-origin',
  removeOrigins: '--remove-origin',
  origins: '--origin',
  linkedProposals: '--proposal',
  'to.startDate': '--date',
  'to.endDate': '--end-date',
  'to.startTime': '--start-time',
  'to.endTime': '--end-time',
  capacity: '--seats',
  directory: '--save',
};

const texts: ReadonlySet<string> = new Set(['name', 'note', 'report']);

/** The name of an input field on the command line: `--add-origin` for `addOrigins.0`. */
export function nameOfField(command: CommandName, path: string): string {
  const filed = filedFields[command];
  if (filed !== undefined && (path === filed || path.startsWith(`${filed}.`))) {
    return path.slice(filed.length + 1) || 'the file';
  }
  if (path === 'site' && command.startsWith('site ')) return 'ID';
  const [field = ''] = path.split('.');
  const operand = operands[field];
  if (operand !== undefined) return operand;
  const option = options[path] ?? options[field];
  if (option !== undefined) return option;
  // Texts have an option for each language: `note.fr` is --note-fr, and all of them together --note-….
  if (texts.has(path)) return `--${path}-…`;
  return `--${path.replaceAll('.', '-').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
