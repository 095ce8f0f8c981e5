import { apps } from './app.mjs';
import { describeChecks } from './checks.mjs';

// Those of React are in react.test.mjs.
for (const name of Object.keys(apps).filter((each) => each !== 'react')) describeChecks(name);
