import { toJson } from '@nafida/client/natives.js';
import type { Session } from '@nafida/contract';
import { eventData } from '@nafida/contract/event-data.js';
import type { Locale } from '../../foundation/locale/locale.js';

/** Keeps the sessions that a calendar shows in the `<head>` of the page, for search engines. */
export class EventScript {
  #script: HTMLScriptElement | undefined;

  /** Writes `sessions` in place of those before. */
  show(sessions: readonly Session[], locale: Locale): void {
    const data = eventData(sessions, locale, location.href);
    // "</script" in a text would end the element for programs that read the page as HTML.
    const json = toJson(data).replaceAll('<', '\\u003c');
    if (!this.#script) {
      this.#script = document.createElement('script');
      this.#script.type = 'application/ld+json';
    }
    if (this.#script.textContent !== json) {
      // A node rather than `text`, which pages with Trusted Types refuse. Data is not run: no other policy is asked.
      this.#script.replaceChildren(document.createTextNode(json));
    }
    if (!this.#script.isConnected) document.head.append(this.#script);
  }

  /** Leaves nothing in the page. */
  remove(): void {
    this.#script?.remove();
  }
}
