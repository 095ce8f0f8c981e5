/** One operator of a content stream with its operands, and their positions. */
export interface Operator {
  readonly name: string;
  /** Operands as written; strings are not parsed. */
  readonly operands: readonly string[];
  readonly start: number;
  readonly end: number;
}

const code = (character: string) => character.charCodeAt(0);
const whiteSpace = new Set([0, 9, 10, 12, 13, 32]);
const delimiters = new Set([...'()<>[]{}/%'].map(code));
const isRegular = (byte: number) => !whiteSpace.has(byte) && !delimiters.has(byte);
// Numbers are operands, and so are these words.
const isOperand = (word: string) => /^[-+.\d]/.test(word) || /^(?:true|false|null)$/.test(word);

/** Reads a content stream (ISO 32000-1, 7.8.2) operator by operator. An inline image is one, named `EI`. */
export function* operatorsIn(content: Uint8Array): Generator<Operator> {
  let at = 0;
  let start = -1;
  let operands: string[] = [];
  const textFrom = (from: number) => Buffer.from(content.subarray(from, at)).toString('latin1');
  while (at < content.length) {
    const byte = content[at]!;
    if (whiteSpace.has(byte)) {
      at += 1;
      continue;
    }
    if (byte === code('%')) {
      while (at < content.length && content[at] !== 10 && content[at] !== 13) at += 1;
      continue;
    }
    const from = at;
    if (start < 0) start = from;
    if (byte === code('(')) {
      at = endOfString(content, at);
      operands.push('(');
    } else if (byte === code('/')) {
      at += 1;
      while (at < content.length && isRegular(content[at]!)) at += 1;
      operands.push(textFrom(from));
    } else if (byte === code('<') && content[at + 1] !== code('<')) {
      while (at < content.length && content[at] !== code('>')) at += 1;
      at += 1;
      operands.push('<');
    } else if (delimiters.has(byte)) at += 1;
    else {
      while (at < content.length && isRegular(content[at]!)) at += 1;
      const word = textFrom(from);
      if (isOperand(word)) operands.push(word);
      else if (word !== 'BI') {
        if (word === 'ID') at = endOfInlineImage(content, at);
        yield { name: word === 'ID' ? 'EI' : word, operands, start, end: at };
        operands = [];
        start = -1;
      }
    }
  }
}

function endOfString(content: Uint8Array, from: number): number {
  let depth = 0;
  for (let at = from; at < content.length; at++) {
    if (content[at] === code('\\')) at += 1;
    else if (content[at] === code('(')) depth += 1;
    else if (content[at] === code(')') && --depth === 0) return at + 1;
  }
  return content.length;
}

/** After `EI`, which is between white space. */
function endOfInlineImage(content: Uint8Array, from: number): number {
  for (let at = from + 1; at + 1 < content.length; at++) {
    const isEnd = content[at] === code('E') && content[at + 1] === code('I');
    const next = content[at + 2];
    if (isEnd && whiteSpace.has(content[at - 1]!) && (next === undefined || whiteSpace.has(next))) {
      return at + 2;
    }
  }
  return content.length;
}
