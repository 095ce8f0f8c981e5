import { expect } from '@open-wc/testing';
import { define } from './define.js';

describe('define', () => {
  it('keeps the first copy, says so once asked again, and never throws', () => {
    const warnings: unknown[][] = [];
    const { warn } = console;
    console.warn = (...args: unknown[]) => void warnings.push(args);
    try {
      const First = class extends HTMLElement {};
      define('test-defined', First);
      define('test-defined', First);
      expect(warnings).to.have.length(0);
      define('test-defined', class extends HTMLElement {});
      expect(customElements.get('test-defined')).to.equal(First);
      define('bad', class extends HTMLElement {});
      expect(warnings).to.have.length(2);
      expect(warnings[0]![0]).to.contain('<test-defined>');
    } finally {
      console.warn = warn;
    }
  });
});
