import type { PDFDict } from '@cantoo/pdf-lib';
import {
  PDFArray,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFStream,
  PDFString,
  type PDFContext,
  type PDFDocument,
  type PDFObject,
  type PDFPage,
} from '@cantoo/pdf-lib';
import { dictIn, type PdfLayers } from './pdf-layers.js';
import { FileError } from './file-error.js';

/** The annotations that viewers draw by themselves if the document gives no appearance. */
const drawnByViewers = new Set(
  'FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Stamp Ink Redact Caret'.split(
    ' ',
  ),
);

const flag = { hidden: 2, noView: 32 };

/** Gives form fields the appearance that they have in a viewer, if the document does not contain it. */
export function drawFields(document: PDFDocument): void {
  const root = dictIn(document.context, document.catalog.get(PDFName.of('AcroForm')));
  if (!root) return;
  const isAll = String(document.context.lookup(root.get(PDFName.of('NeedAppearances')))) === 'true';
  const form = document.getForm();
  const letters = new Set(form.getDefaultFont().getCharacterSet());
  for (const field of form.getFields()) {
    const { dict } = field.acroField;
    const isText = ['Tx', 'Ch'].includes(kindOf(document.context, dict));
    if (!field.needsAppearancesUpdate() && !(isAll && isText)) continue;
    // A text that cannot be drawn with the available letters stays as it is; without any appearance, the file is rejected.
    const isDrawable = [...textOf(inherited(document.context, dict, 'V'))].every(
      (letter) => /\s/.test(letter) || letters.has(letter.codePointAt(0) ?? 0),
    );
    if (isDrawable) field.defaultUpdateAppearances(form.getDefaultFont());
  }
}

/** The typed or chosen value of a field. */
function textOf(value: PDFObject | undefined): string {
  if (value instanceof PDFString || value instanceof PDFHexString) return value.decodeText();
  return value instanceof PDFArray ? value.asArray().map(textOf).join('') : '';
}

function kindOf(context: PDFContext, field: PDFDict): string {
  return String(inherited(context, field, 'FT') ?? '').slice(1);
}

/**
 * Draws the notes, stamps and fields of a page on it, as viewers show them; then they can be removed. Throws a {@link
 * FileError} if the document leaves an appearance to the viewer.
 */
export function drawAnnotations({ context }: PDFDocument, page: PDFPage, layers: PdfLayers): void {
  const annotations = context.lookup(page.node.get(PDFName.Annots));
  if (!(annotations instanceof PDFArray)) return;
  const drawn: string[] = [];
  for (const reference of annotations.asArray()) {
    const annotation = dictIn(context, reference);
    if (!annotation || isUnseen(context, annotation, layers)) continue;
    const look = lookOf(context, annotation);
    if (!look) {
      if (isSeenWithoutLook(context, annotation)) throw new FileError('attachment_unsupported');
      continue;
    }
    const matrix = placeOf(context, annotation, look.stream);
    if (!matrix) continue;
    look.stream.dict.set(PDFName.of('Type'), PDFName.XObject);
    look.stream.dict.set(PDFName.of('Subtype'), PDFName.of('Form'));
    page.node.normalize();
    const name = page.node.newXObject('Seen', look.reference);
    drawn.push(`q ${matrix.map((number) => number.toFixed(5)).join(' ')} cm ${String(name)} Do Q`);
  }
  if (drawn.length === 0) return;
  page.node.addContentStream(context.register(context.flateStream(drawn.join('\n'))));
}

function isUnseen(context: PDFContext, annotation: PDFDict, layers: PdfLayers): boolean {
  const flags = context.lookup(annotation.get(PDFName.of('F')));
  const set = flags instanceof PDFNumber ? flags.asNumber() : 0;
  const isHidden = (set & (flag.hidden | flag.noView)) !== 0;
  const subtype = context.lookup(annotation.get(PDFName.of('Subtype')));
  return (
    isHidden || subtype === PDFName.of('Popup') || layers.hides(annotation.get(PDFName.of('OC')))
  );
}

/** The appearance that shows: of a box that can be ticked, that of its state. */
function lookOf(
  context: PDFContext,
  annotation: PDFDict,
): { reference: PDFRef; stream: PDFStream } | undefined {
  const all = dictIn(context, annotation.get(PDFName.of('AP')));
  let reference = all?.get(PDFName.of('N'));
  const states = dictIn(context, reference);
  if (states) {
    const state =
      context.lookup(annotation.get(PDFName.of('AS'))) ?? inherited(context, annotation, 'V');
    reference = states.get(state instanceof PDFName ? state : PDFName.of('Off'));
  }
  const stream = context.lookup(reference);
  return reference instanceof PDFRef && stream instanceof PDFStream
    ? { reference, stream }
    : undefined;
}

function isSeenWithoutLook(context: PDFContext, annotation: PDFDict): boolean {
  const subtype = String(context.lookup(annotation.get(PDFName.of('Subtype')))).slice(1);
  if (drawnByViewers.has(subtype)) return true;
  if (subtype !== 'Widget' || !['Tx', 'Ch'].includes(kindOf(context, annotation))) return false;
  return textOf(inherited(context, annotation, 'V')).trim() !== '';
}

/** The value of an entry of a field or of its parents. */
function inherited(context: PDFContext, field: PDFDict, key: string): PDFObject | undefined {
  let at: PDFDict | undefined = field;
  for (let depth = 0; at && depth < 32; depth++) {
    const value = context.lookup(at.get(PDFName.of(key)));
    if (value) return value;
    at = dictIn(context, at.get(PDFName.Parent));
  }
  return undefined;
}

/** The matrix that brings an appearance to its place on the page (ISO 32000-1, 12.5.5). */
function placeOf(
  context: PDFContext,
  annotation: PDFDict,
  { dict }: PDFStream,
): number[] | undefined {
  const [left, bottom, right, top] = boxOf(numbersIn(context, annotation.get(PDFName.of('Rect'))));
  const box = numbersIn(context, dict.get(PDFName.of('BBox')));
  if (left === undefined || box.length !== 4) return undefined;
  const matrix = numbersIn(context, dict.get(PDFName.of('Matrix')));
  const [a, b, c, d, e, f] = matrix.length === 6 ? (matrix as Six) : ([1, 0, 0, 1, 0, 0] as Six);
  const [x1, y1, x2, y2] = box as [number, number, number, number];
  const corners = [x1, x2].flatMap((x) =>
    [y1, y2].map((y) => [a * x + c * y + e, b * x + d * y + f] as const),
  );
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const from = [Math.min(...xs), Math.min(...ys)] as const;
  const size = [Math.max(...xs) - from[0], Math.max(...ys) - from[1]] as const;
  if (size[0] === 0 || size[1] === 0) return undefined;
  const scale = [(right! - left) / size[0], (top! - bottom!) / size[1]] as const;
  return [scale[0], 0, 0, scale[1], left - from[0] * scale[0], bottom! - from[1] * scale[1]];
}

type Six = [number, number, number, number, number, number];

/** Two corners in any order as left, bottom, right and top; nothing of what is no rectangle. */
function boxOf(corners: readonly number[]): number[] {
  if (corners.length !== 4) return [];
  const [x1, y1, x2, y2] = corners as [number, number, number, number];
  return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)];
}

function numbersIn(context: PDFContext, object: PDFObject | undefined): number[] {
  const array = context.lookup(object);
  if (!(array instanceof PDFArray)) return [];
  return array.asArray().flatMap((item) => {
    const number = context.lookup(item);
    return number instanceof PDFNumber ? number.asNumber() : [];
  });
}
