import type { PDFRef } from '@cantoo/pdf-lib';
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRawStream,
  PDFStream,
  type PDFContext,
} from '@cantoo/pdf-lib';
import { attachmentTypeOf } from '@nafida/contract/limits.js';
import { withoutJpegMetadata } from './jpeg-metadata.js';
import { Refusal } from './refusal.js';

/** What any object may carry about its making. */
const aboutMaking = ['Metadata', 'PieceInfo', 'AF', 'LastModified', 'OPI', 'Alternates'];

/** What a page may carry beside what is printed of it: links, forms, notes and files pinned to it, scripts. */
const besidePrint = ['Annots', 'AA', 'Thumb', 'B', 'DPart', 'StructParents', 'PresSteps', 'Trans'];

/**
 * A PDF written anew from its pages. The document's own record (author, dates, XMP), scripts, forms, embedded files,
 * links and notes stay behind, and so does the metadata of photos in it. Throws a {@link Refusal} for what is no PDF,
 * or a locked one.
 */
export async function cleanPdf(bytes: Uint8Array): Promise<Uint8Array> {
  if (attachmentTypeOf(bytes) !== 'application/pdf') throw new Refusal('attachment_type');
  const source = await PDFDocument.load(bytes, { updateMetadata: false });
  for (const [reference, object] of source.context.enumerateIndirectObjects()) {
    strip(object);
    if (object instanceof PDFRawStream) cleanPhoto(source.context, reference, object);
  }
  for (const page of source.getPages()) drop(page.node, besidePrint);
  const target = await PDFDocument.create({ updateMetadata: false });
  for (const page of await target.copyPages(source, source.getPageIndices())) target.addPage(page);
  if (target.getPageCount() === 0) throw new Refusal('attachment_unreadable');
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
    object.values().forEach(strip);
  }
}

/** Scanning apps put photos in as the camera wrote them, with the place where they were taken. */
function cleanPhoto(context: PDFContext, reference: PDFRef, stream: PDFRawStream): void {
  const filter = stream.dict.lookup(PDFName.of('Filter'));
  const only = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter;
  if (only !== PDFName.of('DCTDecode')) return;
  const clean = withoutJpegMetadata(stream.contents);
  context.assign(reference, PDFRawStream.of(stream.dict, clean));
}
