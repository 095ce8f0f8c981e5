import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFName,
  PDFRawStream,
  type PDFContext,
  type PDFObject,
  type PDFRef,
} from '@cantoo/pdf-lib';
import { withoutJpegMetadata } from './jpeg-metadata.js';
import { withoutJpeg2000Metadata } from './jpeg2000-metadata.js';

/** Functions that remove the metadata of a picture, by the last filter of its stream. */
const cleaners = new Map<PDFObject, (bytes: Uint8Array) => Uint8Array>([
  [PDFName.of('DCTDecode'), withoutJpegMetadata],
  [PDFName.of('DCT'), withoutJpegMetadata],
  [PDFName.of('JPXDecode'), withoutJpeg2000Metadata],
]);

/**
 * Removes the metadata of a photo. Scanning apps embed photos as the camera wrote them, with their location, sometimes
 * compressed once more.
 */
export function cleanPhoto(context: PDFContext, reference: PDFRef, stream: PDFRawStream): void {
  const filters = listOf(context, stream.dict, 'Filter');
  const last = filters.at(-1);
  const clean = last && cleaners.get(last);
  if (!clean) return;
  const parameters = listOf(context, stream.dict, 'DecodeParms');
  const dictionary = stream.dict.clone(context);
  dictionary.set(PDFName.of('Filter'), last);
  const own = parameters[filters.length - 1];
  if (own instanceof PDFDict) dictionary.set(PDFName.of('DecodeParms'), own);
  else dictionary.delete(PDFName.of('DecodeParms'));
  const bytes = clean(unpacked(context, stream, filters.slice(0, -1), parameters));
  context.assign(reference, PDFRawStream.of(dictionary, bytes));
}

function unpacked(
  context: PDFContext,
  stream: PDFRawStream,
  filters: readonly PDFObject[],
  parameters: readonly PDFObject[],
): Uint8Array {
  if (filters.length === 0) return stream.contents;
  const dictionary = stream.dict.clone(context);
  dictionary.set(PDFName.of('Filter'), context.obj([...filters]));
  dictionary.set(PDFName.of('DecodeParms'), context.obj(parameters.slice(0, filters.length)));
  return decodePDFRawStream(PDFRawStream.of(dictionary, stream.contents)).decode();
}

/** One value or an array of them. */
function listOf(context: PDFContext, dictionary: PDFDict, key: string): PDFObject[] {
  const value = context.lookup(dictionary.get(PDFName.of(key)));
  const items = value instanceof PDFArray ? value.asArray() : value ? [value] : [];
  return items.flatMap((item) => context.lookup(item) ?? []);
}
