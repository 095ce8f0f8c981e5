import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFFlateStream,
  PDFName,
  PDFRawStream,
  PDFStream,
  type PDFContext,
  type PDFObject,
  type PDFPage,
} from '@cantoo/pdf-lib';
import { dictIn, type PdfLayers } from './pdf-layers.js';
import { operatorsIn, type Operator } from './pdf-operators.js';
import { FileError } from './file-error.js';

/** The operators that draw, each with a replacement that keeps the position of everything after it. */
const painting: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*'].map((name) => [name, 'n']),
  ),
  ...Object.fromEntries(['Do', 'sh', 'EI', 'Tj', 'TJ'].map((name) => [name, ''])),
  "'": 'T*',
  '"': 'T*',
};

const marking = new Set(['BMC', 'BDC', 'EMC', 'MP', 'DP']);

/** Kinds of resources that content names. */
const named = ['XObject', 'Pattern', 'Shading', 'Font', 'ExtGState', 'ColorSpace', 'Properties'];

/** Takes out of pages what their document's layers hide, with the pictures and fonts that only that needs. */
export class VisibleContent {
  readonly #context: PDFContext;
  readonly #layers: PdfLayers;
  readonly #done = new Set<PDFStream>();

  constructor(context: PDFContext, layers: PdfLayers) {
    this.#context = context;
    this.#layers = layers;
  }

  reduce({ node }: PDFPage): void {
    const contents = this.#context.lookup(node.get(PDFName.Contents));
    const streams = contents instanceof PDFArray ? contents.asArray() : [contents];
    // A layer may begin in one stream and end in another.
    const whole = Buffer.concat(
      streams.flatMap((stream) => {
        const found = this.#context.lookup(stream);
        return found instanceof PDFStream ? [bytesOf(found), Buffer.from('\n')] : [];
      }),
    );
    const { content, resources } = this.#visible(whole, node.Resources());
    node.set(PDFName.Contents, this.#context.register(this.#context.flateStream(content)));
    node.set(PDFName.Resources, resources);
  }

  /** The content that is seen, and what it needs. */
  #visible(
    whole: Uint8Array,
    inherited: PDFDict | undefined,
  ): { content: Uint8Array; resources: PDFDict } {
    const resources = this.#context.obj({});
    for (const [key, value] of inherited?.entries() ?? []) resources.set(key, value);
    const kept: Uint8Array[] = [];
    const names = new Set<PDFName>();
    /** Of every mark that is open, whether it hides; how many graphics states were saved since the first that does. */
    const marks: boolean[] = [];
    let saved = 0;
    const keep = ({ operands, start, end }: Operator) => {
      kept.push(whole.subarray(start, end), Buffer.from('\n'));
      for (const operand of operands) {
        if (operand.startsWith('/')) names.add(PDFName.of(operand.slice(1)));
      }
    };
    for (const operator of operatorsIn(whole)) {
      const { name } = operator;
      const isHidden = marks.includes(true);
      if (name === 'BMC' || name === 'BDC') {
        const hides = name === 'BDC' && this.#hides(operator, resources);
        if (!isHidden && hides) saved = 0;
        marks.push(hides);
        if (!isHidden && !hides) keep(operator);
      } else if (name === 'EMC') {
        marks.pop();
        if (!isHidden) keep(operator);
      } else if (!isHidden) {
        const isDrawn = name !== 'Do' || !this.#hides(operator, resources);
        if (isDrawn) keep(operator);
      } else if (marking.has(name)) continue;
      else if (name === 'q') saved += 1;
      else if (name === 'Q' && saved > 0) saved -= 1;
      else if (saved > 0) continue;
      else if (name in painting) kept.push(Buffer.from(`${painting[name]}\n`));
      else keep(operator);
    }
    for (const kind of named) this.#prune(resources, kind, names);
    this.#reduceNamed(resources);
    return { content: Buffer.concat(kept), resources };
  }

  #hides({ name, operands }: Operator, resources: PDFDict): boolean {
    const last = operands.at(-1);
    if (!last?.startsWith('/')) return false;
    const key = PDFName.of(last.slice(1));
    if (name === 'BDC') {
      const properties = dictIn(this.#context, resources.get(PDFName.of('Properties')));
      return operands[0] === '/OC' && this.#layers.hides(properties?.get(key));
    }
    const objects = dictIn(this.#context, resources.get(PDFName.XObject));
    const object = this.#context.lookup(objects?.get(key));
    return object instanceof PDFStream && this.#layers.hides(object.dict.get(PDFName.of('OC')));
  }

  #prune(resources: PDFDict, kind: string, names: ReadonlySet<PDFName>): void {
    const all = dictIn(this.#context, resources.get(PDFName.of(kind)));
    if (!all) return;
    const used = this.#context.obj({});
    for (const [key, value] of all.entries()) if (names.has(key)) used.set(key, value);
    resources.set(PDFName.of(kind), used);
  }

  /** Content inside content: forms, patterns, masks, and letters that are drawn. */
  #reduceNamed(resources: PDFDict): void {
    const each = (kind: string): PDFObject[] => {
      const all = dictIn(this.#context, resources.get(PDFName.of(kind)));
      return (all?.values() ?? []).flatMap((value) => this.#context.lookup(value) ?? []);
    };
    for (const object of [...each('XObject'), ...each('Pattern')]) {
      this.#reduceStream(object, resources);
    }
    for (const state of each('ExtGState')) {
      const mask =
        state instanceof PDFDict && dictIn(this.#context, state.get(PDFName.of('SMask')));
      if (mask) this.#reduceStream(this.#context.lookup(mask.get(PDFName.of('G'))), resources);
    }
    for (const font of each('Font')) {
      const letters =
        font instanceof PDFDict && dictIn(this.#context, font.get(PDFName.of('CharProcs')));
      if (!letters) continue;
      const own = dictIn(this.#context, font.get(PDFName.Resources)) ?? resources;
      for (const letter of letters.values()) this.#reduceStream(this.#context.lookup(letter), own);
    }
  }

  #reduceStream(stream: PDFObject | undefined, inherited: PDFDict): void {
    if (!(stream instanceof PDFRawStream) || this.#done.has(stream)) return;
    if (stream.dict.get(PDFName.of('Subtype')) === PDFName.of('Image')) return;
    this.#done.add(stream);
    const own = dictIn(this.#context, stream.dict.get(PDFName.Resources)) ?? inherited;
    const { content, resources } = this.#visible(bytesOf(stream), own);
    const packed = this.#context.flateStream(content);
    stream.updateContents(packed.getContents());
    stream.dict.set(PDFName.of('Filter'), PDFName.of('FlateDecode'));
    stream.dict.delete(PDFName.of('DecodeParms'));
    stream.dict.set(PDFName.Resources, resources);
  }
}

function bytesOf(stream: PDFStream): Uint8Array {
  if (stream instanceof PDFRawStream) return decodePDFRawStream(stream).decode();
  if (stream instanceof PDFFlateStream) return stream.getUnencodedContents();
  throw new FileError('attachment_unsupported');
}
