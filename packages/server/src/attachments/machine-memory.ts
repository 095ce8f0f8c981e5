import { totalmem } from 'node:os';

/** The memory for checking files. */
export interface CleaningRoom {
  /** How many are checked at the same time. */
  readonly atOnce: number;
  /** Bytes of memory for one of them. */
  readonly bytesOfOne: number;
}

/** A photo of 12 million pixels takes 280 MB, one of 25 million, the most, 520. */
const mostOfOne = 640_000_000;

/** Bytes of memory of this machine, or of the container that the process runs in. */
function machineMemory(): number {
  const limit = process.constrainedMemory() ?? 0;
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}

/**
 * The memory for checking files beside a server with its database. The machine that a commune rents has one gigabyte;
 * there, files are checked one after the other.
 *
 * @param memory bytes of the whole machine
 */
export function cleaningRoom(memory = machineMemory()): CleaningRoom {
  return {
    atOnce: memory < 2_000_000_000 ? 1 : 2,
    bytesOfOne: Math.min(mostOfOne, 0.6 * memory),
  };
}
