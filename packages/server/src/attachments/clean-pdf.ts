import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFStream } from '@cantoo/pdf-lib';
import { attachmentTypeOf } from '@nafida/contract/limits.js';
import { drawAnnotations, drawFields } from './pdf-annotations.js';
import { PdfLayers } from './pdf-layers.js';
import { cleanPhoto } from './pdf-photos.js';
import { VisibleContent } from './pdf-visible-content.js';
import { FileError } from './file-error.js';

/** A report of a commune's works has a hundred pages; each costs time. */
const most = { pages: 300, objects: 100_000 };

/** The metadata entries of any object. */
const aboutMaking = ['Metadata', 'PieceInfo', 'AF', 'LastModified', 'OPI', 'Alternates'];

/** The entries of a page that are not its visible content: links, forms, notes, attached files, scripts. */
const besideContent = [
  'Annots',
  'AA',
  'Thumb',
  'B',
  'DPart',
  'StructParents',
  'PresSteps',
  'Trans',
];

/** The entries of a layer that are not its content: its name and its author. */
const aboutLayers = ['Name', 'Usage'];

/**
 * Writes a PDF anew from its visible pages: form values and annotations are drawn on the page, and hidden layers are
 * removed. The document's metadata (author, dates, XMP), scripts, embedded files and links are removed, and so is the
 * metadata of its photos. Throws a {@link FileError} if it is not a PDF, is locked or too long, or shows something that
 * cannot be kept.
 */
export async function cleanPdf(bytes: Uint8Array): Promise<Uint8Array> {
  if (attachmentTypeOf(bytes) !== 'application/pdf') throw new FileError('attachment_type');
  const source = await PDFDocument.load(bytes, { updateMetadata: false });
  const { context, catalog } = source;
  if (
    context.enumerateIndirectObjects().length > most.objects ||
    source.getPageCount() > most.pages
  ) {
    throw new FileError('attachment_too_large');
  }
  // Pages that a program of Adobe makes when it opens the document (XFA): what is in the file says "please wait".
  if (String(context.lookup(catalog.get(PDFName.of('NeedsRendering')))) === 'true') {
    throw new FileError('attachment_unsupported');
  }
  const layers = new PdfLayers(source);
  drawFields(source);
  for (const page of source.getPages()) drawAnnotations(source, page, layers);
  if (layers.hidesAny) {
    const visible = new VisibleContent(context, layers);
    for (const page of source.getPages()) visible.reduce(page);
  }
  for (const [reference, object] of context.enumerateIndirectObjects()) {
    strip(object);
    if (object instanceof PDFRawStream) cleanPhoto(context, reference, object);
  }
  for (const page of source.getPages()) drop(page.node, besideContent);
  const target = await PDFDocument.create({ updateMetadata: false });
  for (const page of await target.copyPages(source, source.getPageIndices())) target.addPage(page);
  if (target.getPageCount() === 0) throw new FileError('attachment_unreadable');
  return target.save({ addDefaultPage: false, updateFieldAppearances: false });
}

function drop(dictionary: PDFDict, keys: readonly string[]): void {
  for (const key of keys) dictionary.delete(PDFName.of(key));
}

/** Takes {@link aboutMaking} out of an object and of all that is written inside it. */
function strip(object: unknown): void {
  if (object instanceof PDFStream) strip(object.dict);
  else if (object instanceof PDFArray) object.asArray().forEach(strip);
  else if (object instanceof PDFDict) {
    drop(object, aboutMaking);
    if (object.get(PDFName.of('Type')) === PDFName.of('OCG')) drop(object, aboutLayers);
    object.values().forEach(strip);
  }
}
