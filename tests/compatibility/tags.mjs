import { setTimeout as delay } from 'node:timers/promises';

const PATIENCE_MS = 12_000;

/** An expression with `deep(selector)`: the first match on the page, shadow roots included. */
function withDeep(expression) {
  return `(() => {
    const deep = (selector, root = document) => {
      const found = root.querySelector(selector);
      if (found) return found;
      const all = root.querySelectorAll('*');
      for (let at = 0; at < all.length; at += 1) {
        const inner = all[at].shadowRoot && deep(selector, all[at].shadowRoot);
        if (inner) return inner;
      }
      return null;
    };
    return ${expression};
  })()`;
}

/** What one person does on a page, in any engine. */
export class Visitor {
  #page;

  /** @param {import('./engines.mjs').DrivenPage} page */
  constructor(page) {
    this.#page = page;
  }

  /** The value of an expression on the page; `deep(selector)` looks into shadow roots. */
  look(expression) {
    return this.#page.evaluate(withDeep(expression));
  }

  /** Waits until `expression` is true; throws a sentence with `what` if it never is. */
  async sees(what, expression) {
    const deadline = Date.now() + PATIENCE_MS;
    while (Date.now() < deadline) {
      if (await this.look(`Boolean(${expression})`)) return;
      await delay(50);
    }
    throw new Error(`${what} never comes`);
  }

  /** Waits for a control and puts the focus there. */
  async goTo(what, selector) {
    const control = `deep(${JSON.stringify(selector)})`;
    await this.sees(what, control);
    await this.look(`void ${control}.focus()`);
  }

  async press(...keys) {
    for (const key of keys) await this.#page.press(key);
  }

  type(text) {
    return this.#page.type(text);
  }
}

const TEXTS = {
  ar: {
    place: 'أحفير',
    title: 'تغطية دواوير أحفير',
    body: 'نقترح تعميم الأنترنت على الدواوير البعيدة.',
  },
  fr: {
    place: 'Ahfir',
    title: 'Couvrir les douars',
    body: 'Étendre le réseau aux douars éloignés.',
  },
};

/**
 * The tags, each with its attributes and with what a person does with it, by keys alone. A task throws a sentence about
 * the first thing that does not happen.
 */
export const tags = {
  'nafida-region-picker': {
    async task(visitor, { language }) {
      await visitor.goTo('the field', '[role="combobox"]');
      await visitor.type(TEXTS[language].place);
      await visitor.sees('a place to choose', `deep('[role=option]')`);
      await visitor.press('ArrowDown', 'Enter');
      await visitor.sees('the choice', `document.querySelector('nafida-region-picker').value`);
    },
  },
  'nafida-session-calendar': {
    attributes: 'view="list" month="2030-01"',
    async task(visitor) {
      await visitor.goTo('a session', '[part~="session-title"]');
      await visitor.press('Enter');
      await visitor.sees('the page of the session', `deep('[part~="page-title"]')`);
    },
  },
  'nafida-proposal-form': {
    async task(visitor, { language, created }) {
      const { title, body } = TEXTS[language];
      await visitor.goTo('the choice of an axis', 'input[name="axis"]');
      await visitor.press(' ');
      await visitor.goTo('the title', '#field-title');
      await visitor.type(title);
      await visitor.goTo('the text', '#field-body');
      await visitor.type(body);
      await visitor.goTo('the consent', '#field-consent');
      await visitor.press(' ');
      await visitor.goTo('the button', '[part="submit"]');
      await visitor.press('Enter');
      await visitor.sees('the receipt', `deep('[part="tracking-code"]')`);
      if (created() !== 1) throw new Error(`${created()} proposals were sent`);
    },
  },
  'nafida-proposal-list': {
    async task(visitor) {
      await visitor.goTo('a proposal', '[part="link"]');
      await visitor.press('Enter');
      await visitor.sees('the whole proposal', `deep('[part="back"]')`);
    },
  },
  'nafida-proposal-status': {
    async task(visitor, { trackingCode }) {
      await visitor.goTo('the field', '#field-code');
      await visitor.type(trackingCode);
      await visitor.press('Enter');
      await visitor.sees('the proposal', `deep('[part="status"]')`);
    },
  },
};
