/** One property of a calendar: its name, its parameters, and its value as it is to be written. */
export interface Property {
  readonly name: string;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly value: string;
}

/** A component of a calendar: `VEVENT`, `VTIMEZONE`. */
export interface Component {
  readonly name: string;
  readonly content: readonly (Property | Component)[];
}

const maxOctets = 75;

/** A value of type TEXT. */
export function textValue(text: string): string {
  return withoutControls(text.replace(/\r\n?/g, '\n'))
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replaceAll('\n', '\\n');
}

/** A value of type URI: what would end the line or be taken for a separator by lax readers is encoded. */
export function uriValue(uri: string): string {
  return uri.replace(/[\s\p{Cc}"\\]/gu, (character) => encodeURIComponent(character));
}

/** The text of a calendar (RFC 5545): lines end in CRLF and are folded at 75 octets, never inside a letter. */
export function serialise(component: Component): string {
  return linesOf(component).map(foldLine).join('');
}

function linesOf({ name, content }: Component): string[] {
  return [
    `BEGIN:${name}`,
    ...content.flatMap((part) => ('content' in part ? linesOf(part) : [lineOf(part)])),
    `END:${name}`,
  ];
}

function lineOf({ name, parameters = {}, value }: Property): string {
  const written = Object.entries(parameters).map(
    ([key, text]) => `;${key}=${parameterValue(text)}`,
  );
  return `${name}${written.join('')}:${value}`;
}

/** A parameter cannot contain quotation marks, and readers agree on no escape for them. */
function parameterValue(text: string): string {
  const plain = withoutControls(text.replace(/\s+/g, ' ')).replaceAll('"', '”');
  return /[,;:]/.test(plain) ? `"${plain}"` : plain;
}

function withoutControls(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, '');
}

function foldLine(line: string): string {
  // Most lines are short, whatever their letters.
  if (line.length * 3 <= maxOctets) return `${line}\r\n`;
  let folded = '';
  let octets = 0;
  let start = 0;
  let at = 0;
  while (at < line.length) {
    const code = line.codePointAt(at) ?? 0;
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (octets + size > maxOctets) {
      folded += `${line.slice(start, at)}\r\n `;
      start = at;
      octets = 1;
    }
    octets += size;
    at += size === 4 ? 2 : 1;
  }
  return `${folded}${line.slice(start)}\r\n`;
}
