/** Key values of W3C WebDriver, by the name that KeyboardEvent.key gives them. */
const KEY_VALUES = {
  Enter: '\uE007',
  Tab: '\uE004',
  Escape: '\uE00C',
  Backspace: '\uE003',
  Delete: '\uE017',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Home: '\uE011',
  End: '\uE010',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Meta: '\uE03D',
  F1: '\uE031',
  F2: '\uE032',
};
// Tests stop the clock of `Date`.
const RESIZED_WITHIN_500_MS = `
  const [width, height, answer] = arguments;
  const reached = () => innerWidth === width && innerHeight === height;
  const started = performance.now();
  (function look() {
    if (reached() || performance.now() - started > 500) answer(reached());
    else setTimeout(look, 10);
  })();`;
const BUTTONS = { left: 0, middle: 1, right: 2 };

/** The few commands of W3C WebDriver that our element tests need, over fetch. */
export class WebDriverSession {
  #base;
  /** Sizes that the window cannot have: that is waited for only once. */
  #refused = new Set();
  capabilities;

  /**
   * @param {string} origin of the driver, e.g. `http://127.0.0.1:4444`
   * @param {object} wanted capabilities that must match
   */
  static async open(origin, wanted) {
    const session = new WebDriverSession(origin);
    const { sessionId, capabilities } = await session.#call('POST', '/session', {
      capabilities: { alwaysMatch: wanted },
    });
    session.#base = `${origin}/session/${sessionId}`;
    session.capabilities = capabilities;
    await session.#call('POST', '/timeouts', { script: 30_000, pageLoad: 30_000 });
    return session;
  }

  constructor(origin) {
    this.#base = origin;
  }

  navigate(url) {
    return this.#call('POST', '/url', { url });
  }

  evaluate(script, ...args) {
    return this.#call('POST', '/execute/sync', { script, args });
  }

  /** Presses the keys together, releases them in reverse: `['Shift', 'Tab']`. */
  chord(keys) {
    const values = keys.map((key) => KEY_VALUES[key] ?? key);
    return this.#keyboard([
      ...values.map((value) => ({ type: 'keyDown', value })),
      ...values.toReversed().map((value) => ({ type: 'keyUp', value })),
    ]);
  }

  /** Types the characters one after the other. */
  type(text) {
    return this.#keyboard(
      [...text].flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]),
    );
  }

  moveMouse(x, y) {
    return this.#mouse([
      {
        type: 'pointerMove',
        duration: 0,
        x: Math.round(x),
        y: Math.round(y),
        origin: 'viewport',
      },
    ]);
  }

  pressMouse(button = 'left') {
    return this.#mouse([{ type: 'pointerDown', button: BUTTONS[button] }]);
  }

  releaseMouse(button = 'left') {
    return this.#mouse([{ type: 'pointerUp', button: BUTTONS[button] }]);
  }

  releaseInputs() {
    return this.#call('DELETE', '/actions');
  }

  /**
   * Gives the page, not the window, this size in CSS pixels. Answers false where the window refuses:
   * MiniBrowser's tool bar keeps it at about 450 wide.
   */
  async resizePage(width, height) {
    const size = `${width} ${height}`;
    if (this.#refused.has(size)) return false;
    const [outer, inner] = await this.evaluate(
      'return [[outerWidth, outerHeight], [innerWidth, innerHeight]]',
    );
    if (inner[0] === width && inner[1] === height) return true;
    await this.#call('POST', '/window/rect', {
      width: width + outer[0] - inner[0],
      height: height + outer[1] - inner[1],
    });
    const reached = await this.#call('POST', '/execute/async', {
      script: RESIZED_WITHIN_500_MS,
      args: [width, height],
    });
    if (!reached) this.#refused.add(size);
    return reached;
  }

  close() {
    return this.#call('DELETE', '');
  }

  #keyboard(actions) {
    return this.#call('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  #mouse(actions) {
    return this.#call('POST', '/actions', {
      actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }],
    });
  }

  async #call(method, path, body) {
    const response = await fetch(this.#base + path, {
      method,
      headers: { 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const { value } = await response.json();
    if (!response.ok) {
      throw new Error(`WebDriver ${method} ${path}: ${value?.error}: ${value?.message}`);
    }
    return value;
  }
}
