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
  random: ['Random histories', randomPart],
  lock: ['Without the lock', lockPart],
  kills: ['Killed servers', killsPart],
  power: ['Power cuts', powerPart],
  answers: ['Lost answers', answersPart],
  outage: ['A minute without the database', outagePart],
  restarts: ['Database restarts under load', restartsPart],
  disk: ['A full disk', diskPart],
  fuzz: ['Malicious requests', fuzzPart],
  load: ['Load', loadPart],
  reads: ['Public reads', readsPart],
  memory: ['Memory', memoryPart],
  scale: ['More processes on one database', scalePart],
  'launch-day': ['The day on which all communes open', launchDayPart],
};

const testedPart = [
  '## What `npm test` proves',
  '`npm test` runs a short form of all of the above. It also proves:',
  [
    'A proposal that is sent without a connection, with three reloads and two tabs, arrives once when the connection is ' +
      'back, and nothing of it stays on the device (`tests/participation/offline.test.mjs`).',
    'A backup is restored on an empty machine with the same content hash, on both engines ' +
      '(`tests/server/backup.test.mjs`).',
    'A device whose clock is two years early or late keeps drafts, sends proposals once and with the server’s date, also ' +
      'after it waited for a connection, shows the right month and lets people register (`tests/participation/clock.test.mjs`).',
    'A server that is killed while people send loses nothing that it acknowledged (`tests/server/durability.test.mjs`).',
  ]
    .map((line) => `- ${line}`)
    .join('\n'),
];

const limitsPart = [
  '## Limits',
  [
    '**A disk that reports writes that it has not made,** under the embedded database or PostgreSQL. Some cheap disks and ' +
      'some network file systems do this. After a power cut, acknowledged data or the whole database may be lost.',
    '**A broken disk.** Everything since the last backup is lost, unless PostgreSQL has a replica.',
    '**Proof of work against a determined attacker.** A thousand proposals cost a thousand seconds of computing, and ' +
      'rented machines can do that. Limits by address remain, and staff read everything before it is public.',
    '**Support counts.** One support for each device and proof is an indication, not a vote. People who clear their ' +
      'browser can support again.',
    '**A compromised host page.** A script in the page sees what people type and can send something else; the tags cannot ' +
      'prevent it. The receipt shows what the server received, so people notice it only if they read the receipt.',
    '**A script file that did not load, in some browsers.** They do not load it again while the page is open, so people ' +
      'have to reload the page. Their texts stay in a draft or in the outbox.',
    '**A device whose clock changes.** If its year changes while a proposal waits for a connection, the proposal may stop ' +
      'waiting early. The text is kept and can be sent again.',
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
    '# Results under heavy load and faults',
    'Written by `npm run proof`; do not edit. Every request goes over HTTP to real server processes and has a proof of ' +
      'work and an idempotency key, like those of a page. All simulated people share one address and two cores, so the ' +
      'settings of `docs/server.md` make proofs of work cheap and lift the limits by address. Like the client of ' +
      '`@nafida/client`, they send a request again with its key if there is no answer, or if the server is too busy.',
    ...written.filter(Boolean),
    ...testedPart,
    ...limitsPart,
  ].join('\n\n')}\n`;
}

function seatsPart(rows) {
  return [
    'All requests are open at the same time, each on its own connection.',
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
    `Seeds ${rows[0].firstSeed} to ${rows[0].firstSeed + rows[0].seeds - 1}, one session for each, eight sessions at a ` +
      'time. People register for one to three places, one after the other or at once, and cancel. Staff change the ' +
      'capacity, with and without sending people back to the waiting list, and close the session. Answers are lost, ' +
      'connections are cut, and servers are killed (`kill -9`) and started again while all this runs. At each step and at ' +
      'the end, a model of thirty lines is compared with what the public, the staff and the people see. No difference was ' +
      'found.',
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
    `Eight people at a time send proposals. The only server process is killed (\`kill -9\`) at random instants from seed ` +
      `${rows[0].seed} and started again. Then each receipt is read by its tracking code and compared, and the queue ` +
      'contains exactly these proposals. The restart is the time from the start of the process until it says that it is ' +
      'ready.',
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
    `All changes of files by the embedded database and the server are recorded, and the power is cut at ${whole(cuts)} random instants from ` +
      `seed ${seed}, half of them near a sync. Everything that was synced before is on the disk. Of all other writes, new ` +
      'sizes, new names and removals, a random part is there, in any order; a write may be there in part (sectors of 512 ' +
      'bytes). Each time a server is started on the result. It has to start, to have every acknowledged proposal ' +
      'unchanged, and to store the others once when they are sent again with their keys.',
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
    `The proof notices a disk that ignores syncs while people send. It said: \`${without.failure}\``,
  ];
}

function answersPart(rows) {
  return [
    `The answer to a create is thrown away after the server has stored it, with a probability of ${rows[0].share} (seed ${rows[0].seed}); the ` +
      'create is sent again with the same key. Each proposal is stored exactly once.',
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
    `The same proof with a copy of the compiled server without the row lock, ${people} people for ${seats} seats, two ` +
      `processes on PostgreSQL: it failed in crowd ${round}. What it said: \`${failure}\``,
  ];
}

function fuzzPart(rows) {
  return [
    `${whole(rows[0].count)} requests from seed ${rows[0].seed}, each on its own connection, eight at a time: bytes that ` +
      'are not HTTP, broken JSON, values of every type in every field, all kinds of Unicode with lone surrogates, headers, ' +
      'paths, changed and foreign cursors, forms with files. Every answer has a status below 500, every error is a problem ' +
      'of the contract, and the content hash of the whole database (that of `nafida-server backup`) is the same before and ' +
      'after.',
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
    `PostgreSQL is out of reach for ${cut.seconds} seconds while eight people send proposals and others read. “Cut off” ` +
      'means that connections break and new ones are refused. “Silent” means that connections stay open without any ' +
      'answer, as when a machine loses its power, and that old connections never work again. Every answer meanwhile is 503 ' +
      '`unavailable` with `Retry-After`, and `/livez` still answers. Nobody restarts anything. “Recovered” is the time ' +
      'until the next acknowledged proposal after the connection works again.',
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
    `PostgreSQL is stopped at once, without finishing anything (\`-m immediate\`), at random instants from seed ${row.seed} while eight people ` +
      'send proposals, and started again. Requests meanwhile are answered with 503 `unavailable` and `Retry-After`.',
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
    'The database is on a file system of 240 MB, which is filled up while eight people send proposals. What cannot be ' +
      'stored is answered with 503 `unavailable` and `Retry-After`. With the embedded database, the server stores nothing ' +
      'when less than 64 MB are left, because its engine does not survive without space for its log. PostgreSQL ends when ' +
      'there is no space for its log, and is started again once there is. `nafida-server` continues by itself in every ' +
      'case.',
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
    `With ${whole(engines[0].stored)} published proposals stored, 16 requests at a time. The clients, the server processes ` +
      'and the database share the machine. Proofs of work are solved before and checked at their real cost. PostgreSQL ' +
      'waits for the disk.',
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
    'With 20,000 published proposals stored, 16 connections, one server process. The clients, the server and the database ' +
      'share the machine. For comparison, in the same minute and with the same clients, the HTTP library alone (Hono) ' +
      'sends the same bytes from memory. In brackets: the server’s share of that.',
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
    'The peak memory of the server and all processes that it starts, in megabytes, on a machine that is said to have one ' +
      'gigabyte, without PostgreSQL itself. Memory that processes share counts once (PSS). It is read 20 times a second.',
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
    `The same requests, with each server process limited to ${percent} % of one processor, as on a small machine of its ` +
      'own, so that the two processors are not the limit. In brackets: times the requests of one process.',
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
    `${whole(sites)} sites on one PostgreSQL (which waits for the disk), two server processes, and in front of them nginx, ` +
      'which keeps public answers as long as it may. Each request is due at its own instant, even if earlier ones are not ' +
      'answered yet, and its time counts from then. Each proposal fetches a challenge first.' +
      ` After half of ${seconds} seconds one server process is killed, and started again ten seconds later. The clients, ` +
      'the cache, the servers and the database share the machine. If it cannot do all of this, half and a quarter are ' +
      'tried.',
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
    `With an empty cache, each page of each site is made once: ${whole(limits.cold.perSecond)} a second. What this machine ` +
      `carries of each alone afterwards: ${whole(limits.reads.perSecond)} reads a second through the cache, ` +
      `${whole(limits.proposals.perSecond)} proposals a second (median ${limits.proposals.p50.toFixed(0)} ms). [server.md](server.md#ten-times-more) ` +
      'says what ten times more takes.',
  ];
}
