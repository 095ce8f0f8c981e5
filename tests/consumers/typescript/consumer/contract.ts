// Another server, or a check of what is sent.
import { operations, proposalInputSchema, validate, type ProposalInput } from '@nafida/contract';
import { civilDateIn, homeZone } from '@nafida/contract/civil-time.js';
import { openApiDocument } from '@nafida/contract/openapi.js';
import { search } from '@nafida/territory/search.js';
import { placeOf, type Place } from '@nafida/territory';

const path: '/v1/sites/{site}/proposals' = operations.createProposal.path;
const checked = validate(proposalInputSchema, { title: 'Court' });
if (checked.ok) {
  const title: string = checked.value.title;
  console.log(title, path);
} else {
  console.log(checked.issues[0]?.code);
  // @ts-expect-error there is no value where it is not valid
  console.log(checked.value);
}
// @ts-expect-error no such operation
console.log(operations.createVillage);
// @ts-expect-error a language of the protocol
const language: ProposalInput['language'] = 'de';
console.log(language, civilDateIn(homeZone, new Date()), openApiDocument());

const place: Place | undefined = placeOf('02.113');
console.log(place, search('wlad tayma', { locale: 'fr', limit: 10 })[0]?.place.code);
// @ts-expect-error a number
search('sidi', { limit: 'ten' });
