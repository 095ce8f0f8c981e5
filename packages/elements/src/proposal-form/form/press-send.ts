import type { FieldIssue } from '@nafida/contract';
import type { FormController } from './form-controller.js';

/** What checks and sends what stands in a form, and shows in the form what came of it. */
export interface Sender {
  readonly send: (placeIssues: readonly FieldIssue[]) => Promise<void>;
}

/**
 * Somebody presses send: what is typed stays as it is until it is known what came of it. However often it is called, the
 * same content becomes one proposal. `load` resolves with nothing where what sends cannot be loaded; `placeIssues` are
 * what the fields for places found wrong by themselves, such as a name that was typed and not chosen.
 */
export async function pressSend(
  form: FormController,
  load: () => Promise<Sender | undefined>,
  onError: (error: unknown) => void,
  placeIssues: readonly FieldIssue[] = [],
): Promise<void> {
  if (form.sending.isSending || !form.terms) return;
  form.show({ failed: undefined, isSending: true });
  const sender = await load();
  if (sender) await sender.send(placeIssues);
  else {
    const error = new Error('The sending part could not be loaded.');
    form.show({ failed: { kind: 'failed', reason: 'not_sent', retryAfter: null, error } });
    onError(error);
  }
  form.show({ isSending: false });
}
