// A citizen's wait on a slow line; writes docs/benchmarks-slow-line.md. `npm run bench -- --kind page` starts it.
import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { format } from 'prettier';
import { launchChromium } from '../../harness/browser.mjs';
import { startSite } from './site.mjs';
import { lines, visitTwice } from './visit.mjs';

const titles = {
  form: 'proposal form',
  calendar: 'calendar with a session',
  picker: 'picker',
  three: 'the three on one page',
  iframe: 'the form in an iframe',
  all: 'the form from `nafida.all.js`',
};

/** @param {{ runs: number, only: RegExp, print: boolean }} options */
export async function runSlowLine({ runs, only, print }) {
  const site = await startSite();
  const browser = await launchChromium({ args: site.flags });
  try {
    const visits = [];
    for (let run = 0; run < runs; run += 1) {
      for (const line of Object.keys(lines)) {
        for (const [protocol, origin] of Object.entries(site.origins)) {
          for (const page of Object.keys(titles).filter((name) => only.test(name))) {
            const result = await visitTwice(browser, { origin, page, line });
            visits.push({ line, protocol, page, ...result });
            const { cold, warm } = result;
            console.error(
              `${line} ${protocol} ${page}: ${cold.seconds.toFixed(1)} / ${warm.seconds.toFixed(1)} s`,
            );
          }
        }
      }
    }
    const text = report(visits, runs, browser.version());
    if (print) console.log(text);
    else {
      const file = new URL('../../../docs/benchmarks-slow-line.md', import.meta.url);
      await writeFile(file, await format(text, { parser: 'markdown', printWidth: 100 }));
    }
  } finally {
    await browser.close();
    await site.close();
  }
}

function report(visits, runs, version) {
  const parts = [
    '# A wait on a slow line',
    'Written by `npm run bench -- --kind page`; do not edit. Seconds from navigation until what a page is there for can be used, on a phone of 375 px whose processor is slowed four times: a first visit (cold) and a second one (warm). Requests are those that went over the line until then. Shift is the layout shift of the first visit.',
    `Slow 3G: 400 kbit/s, 2 s latency. Fast 3G: 1.44 Mbit/s, 0.56 s. Three answers one after the other (page, script, files) are the least a first visit needs: 6 s and 1.7 s.`,
    `Medians of ${runs}; ${cpus().length} × ${cpus()[0].model.trim()}, Node ${process.version}, Chromium ${version}.`,
  ];
  for (const line of Object.keys(lines)) {
    const protocols = [...new Set(visits.map(({ protocol }) => protocol))];
    const rows = [...new Set(visits.map(({ page }) => page))].map((page) => {
      const cells = protocols.flatMap((protocol) => {
        const own = visits.filter(
          (visit) => visit.page === page && visit.line === line && visit.protocol === protocol,
        );
        const of = (visit, key) => median(own.map((each) => each[visit][key]));
        return [
          `${of('cold', 'seconds').toFixed(1)} / ${of('warm', 'seconds').toFixed(1)}`,
          `${of('cold', 'requests')} / ${of('warm', 'requests')}`,
          of('cold', 'shift').toFixed(2),
        ];
      });
      return `| ${[titles[page], ...cells].join(' | ')} |`;
    });
    const heads = protocols.flatMap((protocol) => [`${protocol}, s`, 'requests', 'shift']);
    parts.push(
      `## ${line}, cold / warm`,
      [`| Page | ${heads.join(' | ')} |`, `|---|${heads.map(() => '--:|').join('')}`, ...rows].join(
        '\n',
      ),
    );
  }
  return `${parts.join('\n\n')}\n`;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
