import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
  StandardFonts,
  type PDFPage,
  type PDFRef,
} from '@cantoo/pdf-lib';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deflateSync } from 'node:zlib';
import { cleanPdf } from './clean-pdf.js';
import { FileError } from './file-error.js';

/** All that a document draws: content of pages and of what they use, each text of a font in clear. */
async function drawnIn(bytes: Uint8Array): Promise<string> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const texts: string[] = [];
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream)) {
      texts.push(String(object));
      continue;
    }
    texts.push(String(object.dict));
    const isPhoto = String(object.dict.get(PDFName.of('Filter'))).includes('DCT');
    const content = isPhoto ? object.contents : decodePDFRawStream(object).decode();
    texts.push(Buffer.from(content).toString('latin1'));
  }
  const all = texts.join('\n');
  // Fonts write their texts in hexadecimal.
  return all.replace(/<([0-9A-F]+)>/gi, (_whole, hex: string) =>
    Buffer.from(hex, 'hex').toString('latin1'),
  );
}

const cleaned = async (document: PDFDocument) => drawnIn(await cleanPdf(await document.save()));

const errorOf = async (document: PDFDocument): Promise<string> => {
  try {
    await cleanPdf(await document.save());
    return 'taken';
  } catch (error) {
    assert.ok(error instanceof FileError, String(error));
    return error.code;
  }
};

/** Puts a note or a field on a page; `content` is how it looks. */
function annotate(page: PDFPage, entries: Record<string, unknown>, content?: string): void {
  const { context } = page.doc;
  const look = context.stream(content ?? '', { BBox: [0, 0, 10, 10] });
  const annotation = context.obj({
    Type: 'Annot',
    Subtype: 'FreeText',
    Rect: [10, 10, 110, 60],
    ...(content !== undefined && { AP: { N: context.register(look) } }),
    ...entries,
  } as never);
  page.node.addAnnot(context.register(annotation));
}

describe('a document with a form', () => {
  it('keeps typed and ticked values at their places, but no form', async () => {
    const document = await PDFDocument.create();
    const page = document.addPage([300, 200]);
    const form = document.getForm();
    const name = form.createTextField('name');
    name.addToPage(page, { x: 50, y: 100 });
    name.setText('TYPED');
    const box = form.createCheckBox('wants');
    box.addToPage(page, { x: 50, y: 50 });
    box.check();
    const drawn = await cleaned(document);
    assert.match(drawn, /TYPED/);
    assert.match(drawn, /1\.00000 0\.00000 0\.00000 1\.00000 49\.50000 99\.50000 cm \/Seen/);
    assert.equal(drawn.match(/\/Seen-?\d* Do/g)?.length, 2);
    for (const word of ['AcroForm', 'Widget', '/Annots']) assert.ok(!drawn.includes(word), word);
  });
  it('keeps typed values if the document gives no appearance', async () => {
    const document = await PDFDocument.create();
    const page = document.addPage([300, 200]);
    const field = document.getForm().createTextField('name');
    field.addToPage(page, { x: 50, y: 100 });
    field.acroField.setValue(PDFHexString.fromText('TYPED'));
    for (const widget of field.acroField.getWidgets()) widget.dict.delete(PDFName.of('AP'));
    assert.match(await cleaned(document), /TYPED/);
  });
  it('is rejected if letters would be lost', async () => {
    const document = await PDFDocument.create();
    const page = document.addPage([300, 200]);
    const field = document.getForm().createTextField('name');
    field.addToPage(page, { x: 50, y: 100 });
    field.acroField.setValue(PDFHexString.fromText('جمعية الدوار'));
    for (const widget of field.acroField.getWidgets()) widget.dict.delete(PDFName.of('AP'));
    const bytes = await document.save({ updateFieldAppearances: false });
    await assert.rejects(
      cleanPdf(bytes),
      (error) => (error as FileError).code === 'attachment_unsupported',
    );
  });
  it('is rejected if only the viewer makes its pages', async () => {
    const document = await PDFDocument.create();
    document.addPage();
    document.catalog.set(PDFName.of('NeedsRendering'), document.context.obj(true));
    assert.equal(await errorOf(document), 'attachment_unsupported');
  });
});

describe('what was put on a page', () => {
  it('is kept as it was seen: at its place, in its state, unless it is hidden', async () => {
    const document = await PDFDocument.create();
    const page = document.addPage([300, 200]);
    annotate(page, {}, '(STAMP) Tj');
    annotate(page, { F: 2 }, '(HIDDEN) Tj');
    annotate(page, { F: 32 }, '(UNSHOWN) Tj');
    annotate(page, { Subtype: 'Popup' }, '(POPUP) Tj');
    const drawn = await cleaned(document);
    assert.match(drawn, /STAMP/);
    assert.match(drawn, /q 10\.00000 0\.00000 0\.00000 5\.00000 10\.00000 10\.00000 cm/);
    for (const word of ['HIDDEN', 'UNSHOWN', 'POPUP']) assert.ok(!drawn.includes(word), word);
  });
  it('goes without its text, its author and its link', async () => {
    const document = await PDFDocument.create();
    const page = document.addPage([300, 200]);
    annotate(page, { T: PDFString.of('AUTHOR'), Contents: PDFString.of('SAID') }, '(STAMP) Tj');
    annotate(page, { Subtype: 'Link', A: { S: 'URI', URI: PDFString.of('https://LINK') } });
    annotate(page, { Subtype: 'Text', Contents: PDFString.of('NOTE') });
    const drawn = await cleaned(document);
    for (const word of ['AUTHOR', 'SAID', 'LINK', 'NOTE']) assert.ok(!drawn.includes(word), word);
  });
  it('is rejected if only the viewer knows its appearance', async () => {
    for (const Subtype of ['Ink', 'Highlight', 'FreeText', 'Line']) {
      const document = await PDFDocument.create();
      annotate(document.addPage([300, 200]), { Subtype });
      assert.equal(await errorOf(document), 'attachment_unsupported', Subtype);
    }
  });
});

describe('a layer that is switched off', () => {
  /** A document with the layers "on" and "off", and a page of its content. */
  async function layered(
    content: (layers: { on: PDFRef; off: PDFRef }, document: PDFDocument) => string,
    config: (layers: { on: PDFRef; off: PDFRef }) => object = ({ off }) => ({ OFF: [off] }),
    usage: object = {},
  ) {
    const document = await PDFDocument.create();
    const { context } = document;
    const layer = (Name: string, more = {}) =>
      context.register(context.obj({ Type: 'OCG', Name: PDFString.of(Name), ...more } as never));
    const layers = { on: layer('LAYER ON'), off: layer('LAYER OFF', usage) };
    const properties = { OCGs: [layers.on, layers.off], D: config(layers) };
    document.catalog.set(PDFName.of('OCProperties'), context.obj(properties as never));
    const page = document.addPage([300, 200]);
    page.node.setFontDictionary(
      PDFName.of('F'),
      (await document.embedFont(StandardFonts.Helvetica)).ref,
    );
    const { dict } = { dict: page.node.Resources()! };
    dict.set(PDFName.of('Properties'), context.obj({ On: layers.on, Off: layers.off }));
    const text = content(layers, document);
    page.node.addContentStream(context.register(context.flateStream(text)));
    return document;
  }
  const both = () =>
    '/OC /On BDC BT /F 9 Tf (SEEN) Tj ET EMC /OC /Off BDC BT /F 9 Tf (UNSEEN) Tj ET EMC (AFTER) Tj';

  it('is not in what is kept, and no layer is named', async () => {
    const drawn = await cleaned(await layered(both));
    for (const word of ['SEEN', 'AFTER']) assert.match(drawn, new RegExp(`\\(${word}\\)`));
    assert.ok(!drawn.includes('UNSEEN') && !drawn.includes('LAYER'));
  });
  it('depends on the default of the document and on the screen', async () => {
    const allOff = await layered(both, ({ on }) => ({ BaseState: 'OFF', ON: [on] }));
    assert.ok(!(await cleaned(allOff)).includes('UNSEEN'));
    const onScreen = await layered(
      both,
      ({ on, off }) => ({ AS: [{ Event: 'View', Category: ['View'], OCGs: [on, off] }] }),
      { Usage: { View: { ViewState: 'OFF' } } },
    );
    assert.ok(!(await cleaned(onScreen)).includes('UNSEEN'));
    const inPrint = await layered(
      both,
      ({ on, off }) => ({ AS: [{ Event: 'Print', Category: ['Print'], OCGs: [on, off] }] }),
      { Usage: { Print: { PrintState: 'OFF' } } },
    );
    assert.ok((await cleaned(inPrint)).includes('UNSEEN'), 'a person saw it');
  });
  it('takes what it alone shows with it: pictures, forms, and notes', async () => {
    const document = await layered(({ off }, { context, getPage }) => {
      void getPage;
      const form = (text: string, more = {}) =>
        context.register(
          context.stream(`(${text}) Tj`, { Subtype: 'Form', BBox: [0, 0, 9, 9], ...more }),
        );
      const inner = form('NESTED', { OC: off });
      const outer = context.register(
        context.stream('/I Do (OUTER) Tj /OC /Off BDC (INSIDE) Tj EMC', {
          Subtype: 'Form',
          BBox: [0, 0, 9, 9],
          Resources: { XObject: { I: inner }, Properties: { Off: off } },
        }),
      );
      objects = { Outer: outer, Direct: form('DIRECT', { OC: off }), Marked: form('MARKED') };
      return '/Outer Do /Direct Do /OC /Off BDC q /Marked Do Q EMC';
    });
    document.getPage(0).node.Resources()!.set(PDFName.XObject, document.context.obj(objects));
    const layers = document.catalog.lookup(PDFName.of('OCProperties'), PDFDict);
    const off = layers.lookup(PDFName.of('OCGs'), PDFArray).get(1);
    annotate(document.getPage(0), { OC: off }, '(NOTED) Tj');
    const drawn = await cleaned(document);
    assert.match(drawn, /OUTER/);
    for (const word of ['NESTED', 'DIRECT', 'MARKED', 'INSIDE', 'NOTED']) {
      assert.ok(!drawn.includes(word), word);
    }
  });
  it('moves nothing that is seen: only what draws is taken out', async () => {
    const content = () =>
      '/OC /Off BDC 2 0 0 2 5 5 cm 0 0 9 9 re f q 1 0 0 1 7 7 cm (A\\) EMC) Tj Q BI /W 1 /H 1 ID xEMCx EI EMC 1 1 m S';
    const drawn = await cleaned(await layered(content));
    assert.match(drawn, /2 0 0 2 5 5 cm\s+0 0 9 9 re\s+n\s+1 1 m\s+S/);
  });
  it('may be a combination of layers', async () => {
    const combined = async (entries: (layers: { on: PDFRef; off: PDFRef }) => object) => {
      const document = await layered((layers, { context }) => {
        member = context.register(context.obj({ Type: 'OCMD', ...entries(layers) } as never));
        return '/OC /M BDC (WORD) Tj EMC';
      });
      const resources = document.getPage(0).node.Resources()!;
      resources.set(PDFName.of('Properties'), document.context.obj({ M: member }));
      return (await cleaned(document)).includes('WORD');
    };
    const seen = await Promise.all([
      combined(({ on, off }) => ({ OCGs: [on, off] })),
      combined(({ off }) => ({ OCGs: off })),
      combined(({ on, off }) => ({ OCGs: [on, off], P: 'AllOn' })),
      combined(({ on, off }) => ({ OCGs: [on, off], P: 'AnyOff' })),
      combined(({ on }) => ({ OCGs: [on], P: 'AllOff' })),
      combined(({ on, off }) => ({ VE: ['And', on, ['Not', off]] })),
      combined(({ on, off }) => ({ VE: ['Or', off, ['Not', on]] })),
    ]);
    assert.deepEqual(seen, [true, false, false, true, false, true, false]);
  });
  let objects: Record<string, PDFRef>;
  let member: PDFRef;
});

describe('a photo in a document', () => {
  const segment = (code: number, text: string) => {
    const body = Buffer.from(text, 'latin1');
    const head = Buffer.from([0xff, code, 0, 0]);
    head.writeUInt16BE(body.length + 2, 2);
    return Buffer.concat([head, body]);
  };
  const jpeg = Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, 'JFIF\0'),
    segment(0xe1, 'Exif\0\0POSITION'),
    segment(0xe2, 'MPF\0POSITION'),
    segment(0xe5, 'POSITION'),
    segment(0xec, 'Ducky POSITION'),
    segment(0xfe, 'POSITION'),
    segment(0xda, 'PICTURE'),
    Buffer.from([1, 2, 3, 0xff, 0xd9]),
  ]);
  const box = (type: string, text: string) => {
    const bytes = Buffer.from(`\0\0\0\0${type}${text}`, 'latin1');
    bytes.writeUInt32BE(bytes.length, 0);
    return bytes;
  };

  it('loses its position, however its stream is packed', async () => {
    const packed = deflateSync(jpeg);
    const jpeg2000 = Buffer.concat([
      box('jP  ', '\r\n\x87\n'),
      box('uuid', 'POSITION'),
      box('xml ', 'POSITION'),
      box('jp2c', 'PICTURE'),
    ]);
    const hex = Buffer.from(`${packed.toString('hex')}>`);
    const cases: [string[], Buffer][] = [
      [['DCTDecode'], jpeg],
      [['FlateDecode', 'DCTDecode'], packed],
      [['ASCIIHexDecode', 'FlateDecode', 'DCTDecode'], hex],
      [['JPXDecode'], jpeg2000],
      [['FlateDecode', 'JPXDecode'], deflateSync(jpeg2000)],
    ];
    for (const [filters, content] of cases) {
      const document = await PDFDocument.create();
      const { context } = document;
      const dictionary = context.obj({
        Subtype: 'Image',
        Width: 1,
        Height: 1,
        Filter: filters,
      } as never);
      const image = context.register(PDFRawStream.of(dictionary as unknown as PDFDict, content));
      document.addPage().node.newXObject('Photo', image);
      const clean = Buffer.from(await cleanPdf(await document.save()));
      assert.ok(clean.includes('PICTURE'), filters.join());
      assert.ok(!clean.includes('POSITION'), filters.join());
    }
  });
});

describe('a document that is too long', () => {
  it('is refused by its pages', async () => {
    const document = await PDFDocument.create();
    for (let count = 0; count < 301; count++) document.addPage();
    assert.equal(await errorOf(document), 'attachment_too_large');
  });
});
