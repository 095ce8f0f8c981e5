import {
  PDFArray,
  PDFDict,
  PDFName,
  type PDFContext,
  type PDFDocument,
  type PDFObject,
} from '@cantoo/pdf-lib';

/** Which layers (optional content, ISO 32000-1, 8.11) a document hides when it is opened. */
export class PdfLayers {
  readonly #context: PDFContext;
  readonly #hidden = new Set<PDFDict>();

  constructor({ catalog, context }: PDFDocument) {
    this.#context = context;
    const properties = dictIn(context, catalog.get(PDFName.of('OCProperties')));
    const config = properties && dictIn(context, properties.get(PDFName.of('D')));
    if (!properties || !config) return;
    if (this.#name(config, 'BaseState') === 'OFF') {
      this.#set(this.#groups(properties.get(PDFName.of('OCGs'))), 'OFF');
    }
    this.#set(this.#groups(config.get(PDFName.of('ON'))), 'ON');
    this.#set(this.#groups(config.get(PDFName.of('OFF'))), 'OFF');
    for (const rule of this.#groups(config.get(PDFName.of('AS')))) this.#apply(rule);
    for (const group of this.#hidden) if (!this.#isForView(group)) this.#hidden.delete(group);
  }

  /** Whether there is anything that nobody saw. */
  get hidesAny(): boolean {
    return this.#hidden.size > 0;
  }

  /** Whether what belongs to `owner`, a layer or a combination of some, is not shown. */
  hides(owner: PDFObject | undefined): boolean {
    const dictionary = dictIn(this.#context, owner);
    if (!dictionary) return false;
    if (this.#name(dictionary, 'Type') !== 'OCMD') return this.#hidden.has(dictionary);
    const expression = this.#context.lookup(dictionary.get(PDFName.of('VE')));
    if (expression instanceof PDFArray) return !this.#isTrue(expression, 0);
    const states = this.#groups(dictionary.get(PDFName.of('OCGs'))).map(
      (group) => !this.#hidden.has(group),
    );
    if (states.length === 0) return false;
    switch (this.#name(dictionary, 'P')) {
      case 'AllOn':
        return !states.every(Boolean);
      case 'AnyOff':
        return states.every(Boolean);
      case 'AllOff':
        return states.some(Boolean);
      default:
        return !states.some(Boolean);
    }
  }

  /** A visibility expression: `[/And …]`, `[/Or …]`, `[/Not …]` or a layer. */
  #isTrue(expression: PDFObject | undefined, depth: number): boolean {
    const value = this.#context.lookup(expression);
    if (!(value instanceof PDFArray) || depth > 32) return !this.hides(value);
    const [operator, ...operands] = value.asArray();
    const truths = operands.map((operand) => this.#isTrue(operand, depth + 1));
    if (operator === PDFName.of('Not')) return !truths[0];
    return operator === PDFName.of('Or') ? truths.some(Boolean) : truths.every(Boolean);
  }

  /** Layers that say how they are shown on a screen, if the document follows that. */
  #apply(rule: PDFDict): void {
    if (this.#name(rule, 'Event') !== 'View') return;
    for (const group of this.#groups(rule.get(PDFName.of('OCGs')))) {
      const usage = dictIn(this.#context, group.get(PDFName.of('Usage')));
      const view = usage && dictIn(this.#context, usage.get(PDFName.of('View')));
      const state = view && this.#name(view, 'ViewState');
      if (state !== undefined) this.#set([group], state);
    }
  }

  /** Layers for designing alone hide nothing from those who read. */
  #isForView(group: PDFDict): boolean {
    const intent = this.#context.lookup(group.get(PDFName.of('Intent')));
    const names = intent instanceof PDFArray ? intent.asArray() : intent ? [intent] : [];
    return (
      names.length === 0 ||
      names.some((name) => name === PDFName.of('View') || name === PDFName.of('All'))
    );
  }

  #set(groups: readonly PDFDict[], state: string): void {
    for (const group of groups) {
      if (state === 'OFF') this.#hidden.add(group);
      else this.#hidden.delete(group);
    }
  }

  /** One dictionary or an array of them. */
  #groups(object: PDFObject | undefined): PDFDict[] {
    const value = this.#context.lookup(object);
    const items = value instanceof PDFArray ? value.asArray() : [value];
    return items.flatMap((item) => dictIn(this.#context, item) ?? []);
  }

  #name(dictionary: PDFDict, key: string): string | undefined {
    const value = this.#context.lookup(dictionary.get(PDFName.of(key)));
    return value instanceof PDFName ? value.decodeText() : undefined;
  }
}

/** A dictionary, itself or by its reference. */
export function dictIn(context: PDFContext, object: PDFObject | undefined): PDFDict | undefined {
  const value = context.lookup(object);
  return value instanceof PDFDict ? value : undefined;
}
