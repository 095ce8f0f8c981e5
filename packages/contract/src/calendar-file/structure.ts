import { decodeQuotedPrintable } from './quoted-printable.js';

/** Called often during long work. Returns a promise to wait for if others should have a turn, otherwise undefined. */
export type Rest = () => Promise<void> | undefined;

/** One property as a calendar has it: its name and its parameters' names in capitals, its value still escaped. */
export interface FileProperty {
  readonly name: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly value: string;
}

/** One component, such as `VEVENT`, with its contents. */
export interface FileComponent {
  readonly name: string;
  readonly properties: FileProperty[];
  readonly components: FileComponent[];
  /** False if the file or the outer component ends before this one. */
  isWhole: boolean;
}

/**
 * The calendars of a file (RFC 5545, vCalendar 1.0), whatever text is before, between or after them. Only this function
 * looks at lines: afterwards, folding, capitals, blank lines, the order of parameters and line ends mean nothing.
 */
export async function calendarsOf(text: string, rest?: Rest): Promise<FileComponent[]> {
  const calendars: FileComponent[] = [];
  const open: FileComponent[] = [];
  for (const line of logicalLines(text)) {
    const property = propertyOf(line);
    if (!property) continue;
    const marked = property.value.trim().toUpperCase();
    if (property.name === 'BEGIN') {
      // A component never contains its own kind: the previous one has no end line.
      const same = open.findIndex(({ name }) => name === marked);
      if (same !== -1) open.length = same;
      if (open.length === 0 && marked !== 'VCALENDAR') continue;
      const component = { name: marked, properties: [], components: [], isWhole: false };
      (open.at(-1)?.components ?? calendars).push(component);
      open.push(component);
    } else if (property.name === 'END') {
      const ended = open.findLastIndex(({ name }) => name === marked);
      if (ended === -1) continue;
      open[ended]!.isWhole = true;
      open.length = ended;
      const pause = rest?.();
      if (pause) await pause;
    } else {
      open.at(-1)?.properties.push(property);
    }
  }
  return calendars;
}

/** A line that does not begin like a property belongs to the line before: some programs break lines without folding them. */
const beginsProperty = /^[A-Za-z][A-Za-z0-9-]*[:;]/;

function* logicalLines(text: string): Generator<string> {
  let line = '';
  for (const next of unfoldedLines(text)) {
    if (beginsProperty.test(next)) {
      if (line) yield line;
      line = next;
    } else if (line && !/^(?:BEGIN|END):/i.test(line)) line += `\\n${next}`;
  }
  if (line) yield line;
}

const isQuotedPrintable = /^[^:]*;[^:]*QUOTED-PRINTABLE/i;

function* unfoldedLines(text: string): Generator<string> {
  let line = '';
  for (const part of text.split(/\r\n|\n|\r/)) {
    if (line.endsWith('=') && isQuotedPrintable.test(line)) line = line.slice(0, -1) + part;
    else if (part === '') continue;
    else if (part.startsWith(' ') || part.startsWith('\t')) line += part.slice(1);
    else {
      if (line) yield line;
      line = part;
    }
  }
  if (line) yield line;
}

function propertyOf(line: string): FileProperty | undefined {
  const name = /^[A-Za-z0-9-]+/.exec(line)?.[0];
  if (!name) return undefined;
  const parameters = new Map<string, string>();
  let at = name.length;
  while (line[at] === ';') {
    const parameter = parameterAt(line, at + 1);
    if (!parameters.has(parameter.name)) parameters.set(parameter.name, parameter.value);
    at = parameter.end;
  }
  if (line[at] !== ':') return undefined;
  const property = { name: name.toUpperCase(), parameters, value: line.slice(at + 1) };
  const encoding = parameters.get('ENCODING') ?? '';
  return /^(?:QUOTED-PRINTABLE|Q)$/i.test(encoding) || parameters.has('QUOTED-PRINTABLE')
    ? { ...property, value: decodeQuotedPrintable(property.value, parameters.get('CHARSET')) }
    : property;
}

/** The parameter that begins at `at`: several values are one, with commas. */
function parameterAt(line: string, at: number) {
  let end = at;
  while (end < line.length && !'=;:'.includes(line[end]!)) end++;
  const name = line.slice(at, end).trim().toUpperCase();
  let value = '';
  if (line[end] === '=') {
    end++;
    while (end < line.length && !';:'.includes(line[end]!)) {
      const closing = line[end] === '"' ? line.indexOf('"', end + 1) : -1;
      if (closing === -1) value += line[end++];
      else {
        value += line.slice(end + 1, closing);
        end = closing + 1;
      }
    }
  }
  // RFC 6868: characters that a parameter cannot contain otherwise.
  const marks: Record<string, string> = { n: '\n', "'": '"', '^': '^' };
  return {
    name,
    end,
    value: value.trim().replace(/\^([n'^])/g, (_all, mark: string) => marks[mark]!),
  };
}

/** The first property of this name that is not empty, if the component has one. */
export function propertyNamed(
  { properties }: FileComponent,
  name: string,
): FileProperty | undefined {
  return properties.find((property) => property.name === name && property.value.trim() !== '');
}

/** All properties of this name. */
export function propertiesNamed({ properties }: FileComponent, name: string): FileProperty[] {
  return properties.filter((property) => property.name === name);
}
