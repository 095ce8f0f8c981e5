// The page docs/reliability.md, as text.
import { isReached } from './launch-day.mjs';
import { names as powerNames } from './power-names.mjs';

const whole = (value) => Math.round(value).toLocaleString('en');

const places = {
  embedded: 'embedded database, one process',
  postgresql: 'PostgreSQL, two server processes',
};

function table(headings, rows) {
  const align = headings.map((_, index) => (index < 1 ? '---' : '--:'));
  return [headings, align, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const sections = {
  seats: ['Everybody at the same moment', seatsPart],
  random: ['Whatever comes, in whatever order', randomPart],
  lock: ['Without the lock', lockPart],
  kills: ['A server that is killed', killsPart],
  power: ['A machine whose power goes', powerPart],
  answers: ['Answers that are lost', answersPart],
  outage: ['The database away for a minute', outagePart],
  restarts: ['The database ended under load', restartsPart],
  disk: ['A full disk', diskPart],
  fuzz: ['Requests by someone who means no good', fuzzPart],
  load: ['Load', loadPart],
  reads: ['Public reads', readsPart],
  memory: ['Memory', memoryPart],
  scale: ['More processes on one database', scalePart],
  'launch-day': ['The day on which all communes open', launchDayPart],
};

const testedPart = [
  '## What the tests prove each time',
  '`npm test` runs a short form of all of the above, and beside it:',
  [
    'A proposal that is sent without a connection, with three reloads and two tabs, arrives once when the line is back, and ' +
      'nothing of it stays on the device (`tests/participation/offline.test.mjs`).',
    'What was backed up is restored onto an empty machine with the same content hash, on both engines ' +
      '(`tests/server/backup.test.mjs`).',
    'A device whose clock is two years off, either way, keeps drafts, sends proposals once and with the server’s date, also after ' +
      'waiting for a connection, shows the month that it is and lets people register (`tests/participation/clock.test.mjs`).',
    'The server is killed while people send, and everything acknowledged is there (`tests/server/durability.test.mjs`).',
  ]
    .map((line) => `- ${line}`)
    .join('\n'),
];

const limitsPart = [
  '## What does not hold',
  [
    '**A disk that says it has written what it has not,** under the embedded database or PostgreSQL: some cheap ones and some ' +
      'network file systems do. After a power cut they may have lost what was acknowledged, or the whole database.',
    '**A disk that breaks.** What came in after the last backup is lost with it, unless PostgreSQL has a replica.',
    '**Proof of work against someone determined.** It makes a thousand proposals cost a thousand times a second of computing, no ' +
      'more: whoever rents machines can pay that. Limits by address and reading before publishing remain.',
    '**Support counts.** One for each device and proof is indicative, not a vote: whoever erases what a browser keeps can support again.',
    '**A host page that is taken over.** Script in the page sees what people type and can send something else, whatever the ' +
      'tags do. A receipt shows what was received, so who reads it notices; who does not, does not.',
    '**A file that did not come, in some browsers.** They remember for as long as the page is open that it could not be loaded, ' +
      'so trying again helps only after the page is loaded anew. What was typed is kept as a draft meanwhile, or waits in the outbox.',
    '**A device whose clock changes.** Where a device is told another year while a proposal waits for a connection, its ' +
      'waiting may end early; the text is kept and can be sent anew.',
  ]
    .map((line) => `- ${line}`)
    .join('\n'),
];

/**
 * @param {Record<string, object[]>} figures of the parts that were run: a row for each engine
 * @param {{ machine: string, before: string }} options `before`: the page as it was, for the parts that were not run
 * @returns {string} the whole page, Markdown
 */
export function report(figures, { machine, before }) {
  const kept = new Map(
    before.split(/^(?=## )/m).map((section) => [/^## (.*)/.exec(section)?.[1], section.trim()]),
  );
  const written = Object.entries(sections).map(([name, [heading, write]]) =>
    figures[name]?.length > 0
      ? [`## ${heading}`, ...write(figures[name]), `Measured on ${machine}.`].join('\n\n')
      : kept.get(heading),
  );
  return `${[
    '# What holds under crowds and faults',
    'Written by `npm run proof`; do not edit. Everything goes over HTTP to real server processes, as a page does it: with proofs of ' +
      'work and idempotency keys. Proofs of work are made cheap and limits by address are lifted with the settings of ' +
      '`docs/server.md`, since all people of the proof share one address and two cores. A request without an answer, or answered ' +
      'that the server is too busy, is sent again with its key, as the client of `@nafida/client` does.',
    ...written.filter(Boolean),
    ...testedPart,
    ...limitsPart,
  ].join('\n\n')}\n`;
}

function seatsPart(rows) {
  return [
    'All requests are under way together, each on its own connection.',
    table(
      [
        '',
        'people',
        'seats',
        'confirmed',
        'waiting, 1 to the last',
        'lost',
        'sent again',
        'seconds',
      ],
      rows.map((row) => [
        places[row.engine],
        whole(row.people),
        whole(row.seats),
        whole(row.confirmed),
        whole(row.waiting),
        whole(row.people - row.confirmed - row.waiting),
        whole(row.repeated),
        whole(row.seconds),
      ]),
    ),
  ];
}

function randomPart(rows) {
  return [
    `Seeds ${rows[0].firstSeed} to ${rows[0].firstSeed + rows[0].seeds - 1}, a session each, eight of them at a time: people register for one to three places, alone ` +
      'or several at once, and cancel; staff change the capacity, with and without sending people back to the waiting list, and ' +
      'close; answers are lost, connections are cut, servers are killed (`kill -9`) under all that is running and started again. ' +
      'What the public, staff and the people themselves see is compared with a model of thirty lines, step by step and at the end. ' +
      'No difference was found.',
    table(
      [
        '',
        'histories',
        'steps',
        'requests',
        'answers lost',
        'cut',
        'kills',
        'sent again',
        'seconds',
      ],
      rows.map((row) => [
        places[row.engine],
        whole(row.seeds),
        whole(row.steps),
        whole(row.requests),
        whole(row.lostAnswers),
        whole(row.cut),
        whole(row.kills),
        whole(row.repeated),
        whole(row.seconds),
      ]),
    ),
  ];
}

function killsPart(rows) {
  return [
    `Proposals are sent by eight people at a time; the one server process is killed (\`kill -9\`) at instants drawn from seed ` +
      `${rows[0].seed} and started again. Each receipt that was given is then read by its tracking code and compared, and the ` +
      'queue holds exactly these proposals. From the start of the process until it answers that it is ready:',
    table(
      ['', 'acknowledged', 'kills', 'lost', 'twice', 'sent again', 'restart, median ms', 'longest'],
      rows.map((row) => [
        places[row.engine].split(',')[0],
        whole(row.count),
        whole(row.kills),
        whole(row.missing),
        whole(row.twice),
        whole(row.repeated),
        whole(row.medianRestartMs),
        whole(row.longestRestartMs),
      ]),
    ),
  ];
}

function powerPart([{ seed, rows, without }]) {
  const median = (values) => values.toSorted((one, other) => one - other)[values.length >> 1];
  const most = (values) => values.reduce((one, other) => Math.max(one, other));
  const cuts = Object.values(rows).reduce((sum, row) => sum + row.cuts, 0);
  return [
    `What the embedded database and the server do to their files is recorded, and the power cut at ${whole(cuts)} instants drawn from ` +
      `seed ${seed}, half of them beside a sync. What was synced by then is on the disk; of all other writes, new sizes, new ` +
      'names and removals some are there and some are not, in any order, writes also in part (sectors of 512 bytes). Each time a server is started ' +
      'on what is left: it has to open, to hold every proposal that was acknowledged as it was acknowledged, and to take those that ' +
      'were under way, sent again with their keys, once.',
    table(
      [
        'meanwhile',
        'cuts',
        'changes not on the disk, median',
        'most',
        'acknowledged, most',
        'lost',
        'twice',
        'sent again',
      ],
      Object.entries(rows).map(([kind, row]) => [
        powerNames[kind],
        whole(row.cuts),
        whole(median(row.unsynced)),
        whole(most(row.unsynced)),
        whole(most(row.acknowledged)),
        '0',
        '0',
        whole(row.sentAgain),
      ]),
    ),
    `The same where the disk ignores syncs while people send is noticed. What it said: \`${without.failure}\``,
  ];
}

function answersPart(rows) {
  return [
    `The answer to a create is thrown away after the server has acted, with a probability of ${rows[0].share} (seed ${rows[0].seed}); it is ` +
      'sent again with the same key. Each proposal is stored exactly once.',
    table(
      ['', 'proposals', 'answers lost', 'missing', 'twice', 'seconds'],
      rows.map((row) => [
        places[row.engine],
        whole(row.count),
        whole(row.lostAnswers),
        whole(row.missing),
        whole(row.twice),
        whole(row.seconds),
      ]),
    ),
  ];
}

function lockPart([{ people, seats, round, failure }]) {
  return [
    `The same proof against a copy of the compiled server from which the row lock was cut out, ${people} people for ${seats} seats, two ` +
      `processes on PostgreSQL: broken in crowd ${round}. What it said: \`${failure}\``,
  ];
}

function fuzzPart(rows) {
  return [
    `${whole(rows[0].count)} requests from seed ${rows[0].seed}, each on a connection of its own, eight at a time: bytes that are not HTTP, ` +
      'broken JSON and values of every type in every field, Unicode down to lone surrogates, headers, paths, changed and foreign ' +
      'cursors, forms with files. Each is answered below 500; each refusal is a problem of the contract; the content hash of ' +
      'the whole database (that of `nafida-server backup`) is the same before and after.',
    table(
      ['', 'seconds', 'answers by status'],
      rows.map((row) => [
        places[row.engine].split(',')[0],
        whole(row.seconds),
        Object.entries(row.statuses)
          .map(([status, count]) => `${status}: ${whole(count)}`)
          .join(', '),
      ]),
    ),
  ];
}

function outagePart([{ cut, silent }]) {
  return [
    `PostgreSQL is out of reach for ${cut.seconds} seconds while eight people send proposals and others read. Cut off: connections break ` +
      'and new ones are refused. Silent: connections stay and nothing is answered, as when a machine loses its power; those of ' +
      'before never speak again. Every answer meanwhile is 503 `unavailable` with `Retry-After`, and `/livez` goes on. Nobody ' +
      'restarts anything. Recovered: from the mending of the line to the next proposal that is acknowledged.',
    table(
      [
        '',
        'read meanwhile, all 503',
        'longest answer, s',
        'recovered, s',
        'acknowledged',
        'refused first',
        'lost',
        'twice',
      ],
      [
        ['cut off', cut],
        ['silent', silent],
      ].map(([name, row]) => [
        name,
        whole(row.asked),
        (row.longestMs / 1_000).toFixed(1),
        (row.recoveredMs / 1_000).toFixed(1),
        whole(row.acknowledged),
        whole(row.refused),
        whole(row.missing),
        whole(row.twice),
      ]),
    ),
  ];
}

function restartsPart([row]) {
  return [
    `PostgreSQL is ended without being let finish anything (\`-m immediate\`) at instants drawn from seed ${row.seed} while eight people ` +
      'send proposals, and started again. Refused requests were answered 503 `unavailable` with `Retry-After`.',
    table(
      ['restarts', 'acknowledged', 'refused first', 'lost', 'twice', 'longest until the next, s'],
      [
        [
          whole(row.restarts),
          whole(row.acknowledged),
          whole(row.refused),
          whole(row.missing),
          whole(row.twice),
          (row.recoveredMs / 1_000).toFixed(1),
        ],
      ],
    ),
  ];
}

function diskPart(engines) {
  const rows = engines.flatMap(({ rows: each }) => Object.entries(each));
  if (rows.some(([, row]) => !row)) {
    return ['Not run: it needs a small file system of its own, and none may be mounted here.'];
  }
  return [
    'The database lies on a file system of 240 MB, which is filled up while eight people send proposals. What cannot be stored is ' +
      'answered 503 `unavailable` with `Retry-After`. With the embedded database the server stops storing when less than 64 MB are ' +
      'left, because its engine does not survive a log without room. PostgreSQL ends by itself when there is no room for its log; ' +
      'it is started again once there is. `nafida-server` goes on by itself in every case.',
    table(
      ['', 'reads meanwhile', 'acknowledged', 'refused first', 'lost', 'twice', 'recovered, s'],
      rows.map(([name, row]) => [
        name,
        row.readable ? 'go on' : '503',
        whole(row.acknowledged),
        whole(row.refused),
        whole(row.missing),
        whole(row.twice),
        (row.recoveredMs / 1_000).toFixed(1),
      ]),
    ),
  ];
}

const kinds = {
  create: 'send a proposal',
  list: 'list the newest 25',
  similar: 'find similar titles',
};

function loadPart(engines) {
  const names = { embedded: 'embedded database', postgresql: 'PostgreSQL' };
  const rows = engines.flatMap(({ engine, rows: each }) =>
    each.flatMap((row) =>
      Object.entries(kinds).map(([kind, label]) => [
        `${names[engine]}, ${row.processes === 1 ? 'one process' : 'two processes'}`,
        label,
        whole(row[kind].perSecond),
        row[kind].p50.toFixed(1),
        row[kind].p99.toFixed(1),
      ]),
    ),
  );
  return [
    `With ${whole(engines[0].stored)} published proposals stored, 16 requests at a time. Asker, server processes and database share the ` +
      'machine. Proofs of work are found beforehand and checked at their real cost; PostgreSQL waits for the disk.',
    table(['', '', 'requests per second', 'median ms', 'p99 ms'], rows),
  ];
}

const reads = {
  list: 'list the newest 25',
  proposal: 'one proposal',
  month: 'sessions of a month',
  site: 'the site',
  feed: 'feed of the calendar',
  table: 'open data as a table',
  known: 'the list, known already (304)',
};

function readsPart(engines) {
  const names = { embedded: 'embedded database', postgresql: 'PostgreSQL' };
  return [
    'With 20,000 published proposals stored, 16 connections, one server process. Whoever asks, server and database share the ' +
      'machine. Beside it, in the same minute and by the same askers: the HTTP library alone (Hono) with the same bytes from memory. ' +
      'In brackets: the server’s share of that.',
    table(
      ['requests per second', ...engines.map(({ engine }) => names[engine]), 'library alone'],
      Object.entries(reads).map(([kind, label]) => [
        label,
        ...engines.map(
          ({ rows }) => `${whole(rows[kind].perSecond)} (${rows[kind].share.toFixed(2)})`,
        ),
        engines.map(({ rows }) => whole(rows[kind].library)).join(', '),
      ]),
    ),
    ...engines.map(
      ({ engine, similar, crowd, health }) =>
        `${names[engine]}: similar titles, each time of a title that nobody asked for before, ${whole(similar.perSecond)} a second. ` +
        `2,000 connections that search for 1,000 different words: ${whole(crowd.statuses['200'] ?? 0)} answered, ` +
        `${whole(crowd.statuses['503'] ?? 0)} told to come again, half of all within ${whole(crowd.p50)} ms, ` +
        `99 of 100 within ${whole(crowd.p99)} ms. \`/livez\` meanwhile, from a process of its own: half within ` +
        `${whole(health.median)} ms, the longest of ${whole(health.count)} took ${whole(health.worst)} ms.`,
    ),
  ];
}

const states = {
  fresh: 'nothing stored yet',
  filled: '20,000 proposals stored, at rest',
  reads: 'while 16 search without end',
  creates: 'while 16 send proposals without end',
  photos: 'while 3 photos of 12 million pixels are cleaned',
  backup: 'while a backup is written',
};

function memoryPart(engines) {
  const names = { embedded: 'embedded database', postgresql: 'PostgreSQL' };
  return [
    'The most memory that the server takes with all processes that it starts, in megabytes, where it is told that the machine has one ' +
      'gigabyte; PostgreSQL itself is not in it. What ' +
      'processes share counts once (PSS), looked at 20 times a second.',
    table(
      ['MB', ...engines.map(({ engine }) => names[engine])],
      Object.entries(states).map(([state, label]) => [
        label,
        ...engines.map(({ rows }) => whole(rows[state])),
      ]),
    ),
  ];
}

function scalePart([{ percent, rows }]) {
  const [alone] = rows;
  return [
    `The same requests, and each server process held to ${percent} % of one processor, as on a small machine of its own, so that ` +
      'the two processors are not what they wait for. In brackets: times the requests of one process.',
    table(
      ['requests per second', ...Object.values(kinds)],
      rows.map((row) => [
        row.processes === 1 ? 'one process' : `${row.processes} processes`,
        ...Object.keys(kinds).map((kind) => {
          const times = row[kind].perSecond / alone[kind].perSecond;
          return `${row[kind].perSecond.toFixed(1)} (${times.toFixed(2)}×)`;
        }),
      ]),
    ),
  ];
}

function launchDayPart([{ sites, seconds, days, limits, repeated, lost, twice }]) {
  const reads = days.reduce((sum, day) => sum + day.reads.answered, 0);
  const cached = days.reduce((sum, day) => sum + day.reads.fromCache, 0);
  const failed = days.reduce((sum, day) => sum + day.reads.answered - day.reads.statuses['200'], 0);
  const sent = days.reduce((sum, day) => sum + day.proposals.receipts.length, 0);
  const kinds = { reads: 'reads', proposals: 'proposals, with their challenge' };
  return [
    `${whole(sites)} sites on one PostgreSQL (which waits for the disk), two server processes and before them nginx, which keeps public ` +
      'answers as long as they may be kept. Requests are due at their instant, whether the ones before are answered or not, and their ' +
      `time counts from then; each proposal fetches a challenge first. After half of ${seconds} seconds one server process is killed, and ` +
      'started again ten seconds later. Askers, cache, servers and database share the machine. Where it does not carry what was due, half and ' +
      'a quarter are tried.',
    table(
      ['', 'due a second', 'answered a second', 'median ms', 'p99 ms'],
      days.flatMap(({ wanted, ...reached }) =>
        Object.entries(kinds).map(([kind, label]) => [
          label,
          whole(wanted[kind]),
          whole(reached[kind].perSecond),
          reached[kind].p50.toFixed(1),
          reached[kind].p99.toFixed(1),
        ]),
      ),
    ),
    isReached(days.at(-1))
      ? `Kept pace with: ${whole(days.at(-1).wanted.reads)} reads and ${whole(days.at(-1).wanted.proposals)} proposals a second.`
      : '**This machine kept pace with none of it**, though all was answered in the end.',
    `${((100 * cached) / reads).toFixed(1)} of 100 reads came from the cache, ${whole(failed)} of ${whole(reads)} were not answered with 200. ` +
      `${whole(sent)} proposals were acknowledged; ${whole(repeated)} requests were sent again. ` +
      `Lost: ${lost}. Twice: ${twice}.`,
    `Each page of each site made once, with nothing in the cache yet: ${whole(limits.cold.perSecond)} a second. What this machine ` +
      `carries of each alone afterwards: ${whole(limits.reads.perSecond)} reads a second through the cache, ` +
      `${whole(limits.proposals.perSecond)} proposals a second (median ${limits.proposals.p50.toFixed(0)} ms). What ten times more ` +
      'takes is in [server.md](server.md#ten-times-more).',
  ];
}
