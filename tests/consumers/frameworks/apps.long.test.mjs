import { apps } from './app.mjs';
import { describeChecks } from './checks.mjs';
import { describeTakingPart } from './taking-part.mjs';

for (const [name, { output }] of Object.entries(apps)) {
  // Those of React are in react.test.mjs.
  if (name !== 'react') describeChecks(name);
  if (output) describeTakingPart(name);
}
