import { decodeQuotedPrintable } from './quoted-printable.js';

/** Called often during long work. Returns a promise to wait for if others should have a turn, otherwise undefined. */
export type Rest = () => Promise<void> | undefined;

/** One property as a calendar has it: its name and its parameters' names in capitals, its value still escaped. */
export interface FileProperty {
  readonly name: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly value: string;
}

/** One component, such as `VEVENT`, with its contents. Its lines are parsed when they are needed. */
export class FileComponent {
  readonly name: string;
  readonly components: FileComponent[] = [];
  /** False if the file or the outer component ends before this one. */
  isWhole = false;
  readonly #lines: string[] = [];

  constructor(name: string) {
    this.name = name;
  }

  /** Takes a line, unfolded, as it follows. */
  add(line: string): void {
    this.#lines.push(line);
  }

  /** Whether a line has one of these names, in capitals. */
  hasAny(names: readonly string[]): boolean {
    return this.#lines.some((line) => names.some((name) => isNamed(line, name)));
  }

  /** All properties. */
  get properties(): FileProperty[] {
    return this.#lines.flatMap((line) => propertyOf(line) ?? []);
  }

  /** Properties with parameters, `;` before the value. */
  get detailed(): FileProperty[] {
    return this.#lines
      .filter((line) => /^[A-Za-z0-9-]+;/.test(line))
      .flatMap((line) => propertyOf(line) ?? []);
  }

  /** All properties of this name, in capitals. */
  named(name: string): FileProperty[] {
    return this.#lines
      .filter((line) => isNamed(line, name))
      .flatMap((line) => propertyOf(line) ?? []);
  }
}

function isNamed(line: string, name: string): boolean {
  const { length } = name;
  const divider = line[length];
  return (divider === ':' || divider === ';') && line.slice(0, length).toUpperCase() === name;
}

/**
 * The calendars of a file (RFC 5545, vCalendar 1.0), whatever text is before, between or after them. Only this function
 * looks at lines: afterwards, folding, capitals, blank lines, the order of parameters and line ends mean nothing.
 */
export async function calendarsOf(text: string, rest?: Rest): Promise<FileComponent[]> {
  const calendars: FileComponent[] = [];
  const open: FileComponent[] = [];
  for (const line of logicalLines(text)) {
    const property = marksComponent.test(line) ? propertyOf(line) : undefined;
    if (!property) {
      open.at(-1)?.add(line);
      continue;
    }
    const marked = property.value.trim().toUpperCase();
    if (property.name === 'BEGIN') {
      // A component never contains its own kind: the previous one has no end line.
      const same = open.findIndex(({ name }) => name === marked);
      if (same !== -1) open.length = same;
      if (open.length === 0 && marked !== 'VCALENDAR') continue;
      const component = new FileComponent(marked);
      (open.at(-1)?.components ?? calendars).push(component);
      open.push(component);
    } else {
      const ended = open.findLastIndex(({ name }) => name === marked);
      if (ended === -1) continue;
      open[ended]!.isWhole = true;
      open.length = ended;
      const pause = rest?.();
      if (pause) await pause;
    }
  }
  return calendars;
}

const marksComponent = /^(?:BEGIN|END)[:;]/i;

/** A line that does not begin like a property belongs to the line before: some programs break lines without folding them. */
const beginsProperty = /^[A-Za-z][A-Za-z0-9-]*[:;]/;

function* logicalLines(text: string): Generator<string> {
  let line = '';
  for (const next of unfoldedLines(text)) {
    if (beginsProperty.test(next)) {
      if (line) yield line;
      line = next;
    } else if (next && line && !/^(?:BEGIN|END):/i.test(line)) line += `\\n${next}`;
  }
  if (line) yield line;
}

/** How much is unfolded at once: long files are to leave others their turn. */
const pieceLength = 65_536;

/** The lines as they were before they were folded. */
function* unfoldedLines(text: string): Generator<string> {
  if (/QUOTED-PRINTABLE/i.test(text)) {
    yield* quotedLines(text);
    return;
  }
  const unfolded = /[\r\n](?![\r\n \t])/g;
  for (let at = 0; at < text.length;) {
    unfolded.lastIndex = at + pieceLength;
    const end = unfolded.exec(text)?.index ?? text.length;
    yield* `\n${text.slice(at, end)}`
      .replace(/[\r\n]+/g, '\n')
      .replace(/\n[ \t]/g, '')
      .split('\n');
    at = end;
  }
}

const isQuotedPrintable = /^[^:]*;[^:]*QUOTED-PRINTABLE/i;

/** The same where a line may also go on after an equals sign (quoted-printable). */
function* quotedLines(text: string): Generator<string> {
  let line = '';
  for (const part of text.split(/\r\n|\n|\r/)) {
    if (line.endsWith('=') && isQuotedPrintable.test(line)) line = line.slice(0, -1) + part;
    else if (part === '') continue;
    else if (part.startsWith(' ') || part.startsWith('\t')) line += part.slice(1);
    else {
      yield line;
      line = part;
    }
  }
  yield line;
}

/** Of the many lines without parameters. */
const none: ReadonlyMap<string, string> = new Map();

function propertyOf(line: string): FileProperty | undefined {
  const written = /^[A-Za-z0-9-]+/.exec(line)?.[0];
  if (!written) return undefined;
  const name = written.toUpperCase();
  let at = written.length;
  if (line[at] === ':') return { name, parameters: none, value: line.slice(at + 1) };
  const parameters = new Map<string, string>();
  while (line[at] === ';') {
    const parameter = parameterAt(line, at + 1);
    if (!parameters.has(parameter.name)) parameters.set(parameter.name, parameter.value);
    at = parameter.end;
  }
  if (line[at] !== ':') return undefined;
  const property = { name, parameters, value: line.slice(at + 1) };
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
export function propertyNamed(component: FileComponent, name: string): FileProperty | undefined {
  return component.named(name).find(({ value }) => value.trim() !== '');
}

/** All properties of this name. */
export function propertiesNamed(component: FileComponent, name: string): FileProperty[] {
  return component.named(name);
}
