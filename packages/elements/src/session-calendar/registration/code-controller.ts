import type { Client } from '@nafida/client';
import type { Session } from '@nafida/contract';
import type { CodeFault } from './code-fault.js';
import { codeFaultOf } from './code-fault.js';
import { HeldRegistration } from './held-registration.js';

/** What the look-up by code needs of what is around it. */
export interface CodeOptions {
  readonly client: () => Client | undefined;
  readonly findSession: (id: string) => Promise<Session> | undefined;
  readonly onChange: () => void;
  readonly onError: (error: unknown) => void;
}

/** Opens a registration with the code that was given for it. Knows no DOM. */
export class CodeController {
  readonly #options: CodeOptions;
  code = '';
  #isOpening = false;
  #fault: CodeFault | 'required' | undefined;
  #held: HeldRegistration | undefined;

  constructor(options: CodeOptions) {
    this.#options = options;
  }

  get isOpening(): boolean {
    return this.#isOpening;
  }

  get fault(): CodeFault | 'required' | undefined {
    return this.#fault;
  }

  get held(): HeldRegistration | undefined {
    return this.#held;
  }

  /** Looks up the registration that {@link code} opens. */
  async open(): Promise<void> {
    const { client: clientOf, findSession, onChange, onError } = this.#options;
    const client = clientOf();
    if (this.#isOpening || !client) return;
    const code = this.code.trim();
    this.#fault = code === '' ? 'required' : undefined;
    if (this.#fault) {
      onChange();
      return;
    }
    this.#isOpening = true;
    onChange();
    try {
      const registration = await client.registrations.get(code, { fresh: true });
      const session = await Promise.resolve(findSession(registration.session)).catch(
        () => undefined,
      );
      const held = { code, isNew: false, session, registration };
      this.#held = new HeldRegistration(client, held, onChange);
      this.code = '';
    } catch (error) {
      this.#fault = codeFaultOf(error);
      onError(error);
    } finally {
      this.#isOpening = false;
      onChange();
    }
  }

  /** Forgets the code and what it opened: the next person at this computer must not see it. */
  close(): void {
    this.code = '';
    this.#fault = undefined;
    this.#held = undefined;
  }
}
