import { totalmem } from 'node:os';

/** Bytes of memory of this machine, or of the container that the process runs in. */
function machineMemory(): number {
  const limit = process.constrainedMemory() ?? 0;
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}

/** The machine that a commune rents has one gigabyte: what is dear in memory is done one after the other there. */
export const isSmallMachine = machineMemory() < 2_000_000_000;
