import type { ProposalIssue } from '../submit/proposal-issues.js';

/** What one step asks: the proposal itself, where it is and the consultation's own questions, who proposes. */
export type FormStep = 'proposal' | 'details' | 'author';

/** The steps of a form, in order; the one in the middle only where there is something to ask. */
export function stepsOf({ asksDetails }: { readonly asksDetails: boolean }): readonly FormStep[] {
  return asksDetails ? ['proposal', 'details', 'author'] : ['proposal', 'author'];
}

const stepByField: ReadonlyMap<ProposalIssue['field'], FormStep> = new Map([
  ['consultation', 'proposal'],
  ['axis', 'proposal'],
  ['title', 'proposal'],
  ['body', 'proposal'],
  ['territory', 'details'],
  ['name', 'author'],
  ['email', 'author'],
  ['phone', 'author'],
  ['consent', 'author'],
]);

/** The step in which a field stands. */
export function stepOf(field: ProposalIssue['field']): FormStep {
  return stepByField.get(field) ?? 'details';
}
