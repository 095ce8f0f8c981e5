#!/usr/bin/env node
// How long 100,000 published proposals take to be listed and searched, over HTTP, on both engines; writes its part of
// docs/benchmarks-server.md.
//   node tests/server/proposal-figures.mjs [--print]
// Three minutes on two cores. --print shows the table instead of writing it.
import { writeFigures } from './figures.mjs';
import { fillOf, stored } from './many-proposals.mjs';

const questions = {
  'the newest 25': { times: 200, path: () => '/proposals' },
  'the most supported 25': { times: 200, path: () => '/proposals?sort=supported' },
  'those of one commune, most supported': {
    times: 200,
    path: () => '/proposals?territory=02.113.05.17&sort=supported',
  },
  'words that 100 have': { times: 200, path: (at) => `/proposals?q=th${at % 1000}+rout` },
  'words that nothing has': { times: 200, path: (at) => `/proposals?q=nothing${at}` },
  'near a title of rare words': {
    times: 200,
    path: (at) => `/similar-proposals?title=th${at % 1000}+li${at % 313}+parc`,
  },
  'near a title of words that every third has': {
    times: 200,
    path: () => '/similar-proposals?title=douar+reseau+parc+rout',
  },
  'the table of 20,000 (CSV)': { times: 5, path: () => '/proposals.csv' },
};

await writeFigures(questions, {
  heading: `${stored.toLocaleString('en')} published proposals`,
  about: 'One site, five years.',
  fill: fillOf('oriental'),
  script: 'proposal-figures.mjs',
  test: 'proposal-index.test.mjs',
});
process.exit(0);
