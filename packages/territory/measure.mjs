// The figures of README.md: sizes as a bundler leaves them, times on this machine. Build first.
import { brotliCompressSync } from 'node:zlib';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { rollup } from 'rollup';

const ENTRIES = {
  'look-up, regions and provinces': `export { placeOf, childrenOf, ancestorsOf, nameOf, isWithin, loadCommunes } from '@nafida/territory'`,
  'with search and aliases': `export * from '@nafida/territory'`,
};
const TYPED = [
  ...['berkane', 'marrakach', 'sidi slimane berkane', 'province de tiznit', 'mohamadia'],
  ...['ait ourir', 'zaouiat cheikh', 'oulad teima taroudant', '02.113.01', 'xyzqwrt'],
  ...['بني ملال', 'أولاد تايمة', 'الدار البيضاء', 'جماعة سيدي بنور', 'ⵜⴰⵖⴰⵣⵓⵜ'],
];

for (const [name, source] of Object.entries(ENTRIES)) await printSizes(name, source);
await printTimes();

async function printSizes(name, source) {
  const entry = {
    name: 'entry',
    resolveId: (id) => (id === 'entry' ? new URL('entry.js', import.meta.url).pathname : null),
    load: (id) => (id.endsWith('/entry.js') ? source : null),
  };
  const bundle = await rollup({
    input: 'entry',
    plugins: [entry, nodeResolve(), terser({ ecma: 2022, module: true, compress: { passes: 3 } })],
  });
  const { output } = await bundle.generate({ format: 'es' });
  for (const { fileName, code } of output) {
    const part = fileName.startsWith('communes') ? 'communes, when first needed' : name;
    console.log(`${part}: ${brotliCompressSync(code).length} bytes brotli`);
  }
}

async function printTimes() {
  const { loadCommunes, prepareSearch, search } = await import('./dist/index.js');
  const cpuBefore = process.cpuUsage();
  await prepareSearch();
  await loadCommunes();
  const { user, system } = process.cpuUsage(cpuBefore);
  console.log(`index of all places: ${Math.round((user + system) / 1000)} ms of processor time`);
  const keystrokes = TYPED.flatMap((query) => [...query].map((_, at) => query.slice(0, at + 1)));
  const times = [];
  for (let round = 0; round < 10; round++) {
    for (const [at, query] of keystrokes.entries()) {
      const start = performance.now();
      search(query);
      // Other work on the machine can only add to a time: the shortest is the search's own.
      times[at] = Math.min(times[at] ?? Infinity, performance.now() - start);
    }
  }
  times.sort((a, b) => a - b);
  const [median, most, longest] = [0.5, 0.95, 1].map((share) =>
    times[Math.ceil(times.length * share) - 1].toFixed(2),
  );
  console.log(
    `one keystroke, ${times.length} measured: median ${median} ms, 95 % within ${most} ms, longest ${longest} ms`,
  );
}
