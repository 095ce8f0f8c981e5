// Runs in the page before any contender. It knows when a list reached its final state and was painted.
(() => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const labelOf = (row) => window.contender.label?.(row) ?? row.textContent ?? '';
  const rows = () => [...window.contender.rows()];
  const state = () => {
    const shown = rows();
    return [shown.length, ...shown.slice(0, 5).map(labelOf)].join('|');
  };
  const shows = (query) =>
    rows()
      .slice(0, 5)
      .every((row) => labelOf(row).toLowerCase().includes(query));

  let before = '';
  let startedAt;
  // The clock starts with the trusted event itself, not with the script that sent it.
  for (const type of ['pointerdown', 'keydown']) {
    addEventListener(type, (event) => (startedAt ??= event.timeStamp), true);
  }

  let place;
  window.benchClock = {
    /** Remembers what is shown now; the next pointer or key press starts the clock. */
    arm() {
      before = state();
      startedAt = undefined;
    },
    /** Starts the clock now, for steps that no trusted event begins. */
    start() {
      this.arm();
      startedAt = performance.now();
    },
    /**
     * Milliseconds from the start to the frame after the one in which the list first showed its final state:
     * changed, not empty, every one of its first rows holding `query`, and then unchanged for 100 ms.
     */
    async settled({ query, limit = 5000 } = {}) {
      const began = performance.now();
      let last = before;
      let painted;
      let pending = false;
      for (;;) {
        await frame();
        const now = performance.now();
        const current = state();
        if (current !== last) {
          last = current;
          pending = true;
          painted = undefined;
        } else if (pending) {
          pending = false;
          painted = now;
        }
        const done = current !== before && rows().length > 0 && (!query || shows(query));
        if (done && painted !== undefined && now - painted > 100) {
          return { milliseconds: painted - startedAt, rows: rows().length };
        }
        if (now - began > limit) return { milliseconds: null, rows: rows().length };
      }
    },
    /** Milliseconds from the first statement of the contender's bundle to two frames after it was usable. */
    async mounted() {
      const began = performance.getEntriesByName('bundle-start')[0].startTime;
      place ??= document.getElementById('contender');
      await window.contender.mount(place, window.benchData);
      while (!(window.contender.ready?.() ?? rows().length > 0)) {
        if (performance.now() - began > 20_000) throw new Error('not usable after 20 s');
        await frame();
      }
      await frame();
      await frame();
      return performance.now() - began;
    },
  };
})();
