import type { LitElement, ReactiveController } from 'lit';
import { selfAndAncestors, watchInherited } from '../page/ancestors.js';
import type { Catalogues } from './catalogue.js';
import { loadedMessages, loadMessages } from './catalogue.js';
import type { Direction, Locale, TextLocale } from './locale.js';
import { directionOf, localeOf, textLocaleOf } from './locale.js';
import { pageDefaults } from '../page/page-defaults.js';
import { warnOnce } from '../page/warn-once.js';

/**
 * The language and direction of one element, and its texts.
 *
 * The language is the `lang` of the element, else of the nearest ancestor (through shadow roots), up to
 * `<html>`, for which the page's default language stands in. Where the nearest one names a language we do not
 * speak, or none names any, a page that runs from right to left is taken for Arabic and any other for French, with
 * one warning. Direction follows the language unless the element itself carries `dir`. Later changes of `lang` are
 * followed.
 *
 * Language, direction and texts change together: until the texts of a new language have arrived, the old ones stay.
 */
export class LocaleController<Messages> implements ReactiveController {
  /** The resolved language: names of places, months and days are asked for in it. */
  locale: Locale = 'fr';
  /** The language that {@link messages} are in, for the `lang` of the element's content. */
  textLocale: TextLocale = 'fr';
  /** Direction of the element's content. */
  direction: Direction = 'ltr';
  /** The texts; undefined only until {@link ready} resolves for the first time. */
  messages: Messages | undefined;
  /** Resolves when the first texts are here. */
  readonly ready: Promise<void>;

  readonly #host: LitElement;
  readonly #catalogues: Catalogues<Messages>;
  #resolveReady!: () => void;
  #stopWatching: (() => void) | undefined;

  constructor(host: LitElement, catalogues: Catalogues<Messages>) {
    this.#host = host;
    this.#catalogues = catalogues;
    this.ready = new Promise((resolve) => {
      this.#resolveReady = resolve;
    });
    host.addController(this);
  }

  hostConnected(): void {
    this.#stopWatching = watchInherited(this.#host, () => this.#resolve());
    this.#resolve();
  }

  hostDisconnected(): void {
    this.#stopWatching?.();
  }

  #resolve(): void {
    const locale = this.#findLocale();
    const textLocale = textLocaleOf(locale);
    const messages = loadedMessages(this.#catalogues, textLocale);
    if (messages) {
      this.#apply(locale, messages);
      return;
    }
    loadMessages(this.#catalogues, textLocale).then(
      () => this.#host.isConnected && this.#resolve(),
      (error: unknown) =>
        console.warn(`<${this.#host.localName}>: texts could not be loaded.`, error),
    );
  }

  #apply(locale: Locale, messages: Messages): void {
    const ownDirection = this.#host.getAttribute('dir');
    const direction =
      ownDirection === 'rtl' || ownDirection === 'ltr' ? ownDirection : directionOf(locale);
    if (locale === this.locale && direction === this.direction && messages === this.messages) {
      return;
    }
    this.locale = locale;
    this.textLocale = textLocaleOf(locale);
    this.direction = direction;
    this.messages = messages;
    this.#resolveReady();
    this.#host.requestUpdate();
  }

  #findLocale(): Locale {
    const tag = this.#host.localName;
    for (const element of selfAndAncestors(this.#host)) {
      const lang =
        (element === document.documentElement && pageDefaults().lang) ||
        element.getAttribute('lang');
      if (!lang) continue;
      const locale = localeOf(lang);
      if (locale) return locale;
      warnOnce(tag, 'lang', `"${lang}" is not a language Nafida speaks (ar, fr, zgh, en).`);
      // A wrong `lang` on the element itself is a slip; one on the page says what the page is.
      if (element !== this.#host) break;
    }
    warnOnce(tag, 'lang', 'the page does not say its language: set lang on <html>.');
    return getComputedStyle(this.#host).direction === 'rtl' ? 'ar' : 'fr';
  }
}
