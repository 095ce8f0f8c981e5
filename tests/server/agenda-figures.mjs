#!/usr/bin/env node
// How long an agenda of 100,000 sessions takes to answer, over HTTP, on both engines; writes its part of
// docs/benchmarks-server.md.
//   node tests/server/agenda-figures.mjs [--print]
// Two minutes on two cores. --print shows the table instead of writing it.
import { writeFigures } from './figures.mjs';
import { fill, stored } from './many-sessions.mjs';

const month = (at) => {
  const first = new Date(Date.UTC(2029, at % 58, 1));
  const last = new Date(Date.UTC(2029, (at % 58) + 1, 0));
  return `from=${first.toISOString().slice(0, 10)}&to=${last.toISOString().slice(0, 10)}`;
};
const questions = {
  'a month, first 100': { times: 200, path: (at) => `/sessions?${month(at)}&limit=100` },
  'a month of one commune': {
    times: 200,
    path: (at) => `/sessions?${month(at)}&limit=100&territory=02.113.05.17`,
  },
  'words, in five years': { times: 200, path: (at) => `/sessions?q=theme${at % 1000}` },
  'a feed of one month, about 1,650 entries': {
    times: 30,
    path: (at) => `/sessions.ics?${month(at)}`,
  },
};

await writeFigures(questions, {
  heading: `The agenda with ${stored.toLocaleString('en')} sessions`,
  about: 'One site, five years.',
  fill,
  script: 'agenda-figures.mjs',
  test: 'agenda-index.test.mjs',
});
process.exit(0);
