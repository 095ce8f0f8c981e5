import type { ProposalOrder } from '@nafida/contract';
import { proposalStatuses } from '@nafida/contract/proposal-terms.js';
import type { ProposalQuery } from './proposal-reader.js';

/** What the page and the person chose, as the attributes have it. */
export interface ProposalChoice {
  readonly consultation: string | null;
  readonly session: string | null;
  readonly within: string | null;
  readonly axis: string | null;
  readonly territory: string | null;
  readonly status: string | null;
  readonly sort: string | null;
  readonly q: string | null;
}

/** Orders that a list can have; default: the first. */
export const orders = [
  'recent',
  'supported',
  'answered',
] as const satisfies readonly ProposalOrder[];

/** Longest search that a server takes, in UTF-16 units. */
const longestSearch = 200;

/** What to ask the server for. `onUnknown` is told of an attribute that has none of its `values`, and is left out. */
export function queryOf(
  choice: ProposalChoice,
  onUnknown: (name: 'status' | 'sort', values: readonly string[]) => void,
): ProposalQuery {
  const oneOf = <Value extends string>(name: 'status' | 'sort', values: readonly Value[]) => {
    const known = values.find((value) => value === choice[name]);
    if (choice[name] && !known) onUnknown(name, values);
    return known;
  };
  const { consultation, session, axis } = choice;
  const territory = choice.territory || choice.within;
  const status = oneOf('status', proposalStatuses);
  const sort = oneOf('sort', orders);
  const q = choice.q?.trim().slice(0, longestSearch);
  return {
    ...(consultation && { consultation }),
    ...(session && { session }),
    ...(axis && { axis }),
    ...(territory && { territory }),
    ...(status && { status }),
    ...(q && { q }),
    ...(sort && sort !== orders[0] && { sort }),
  };
}
