import type { Agenda } from './agenda.js';
import type { Month } from '../day/civil-day.js';
import { addMonths } from '../day/civil-day.js';
import { whenIdle } from '../../foundation/loading/when-idle.js';

/**
 * Reads the months beside `month` while nothing else is to be done, the next one first, so that turning the page shows them at
 * once. People who asked their browser to save data are not made to pay for months that they may never see.
 */
export function prepareNeighbours(agenda: Agenda, month: Month, signal: AbortSignal): void {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (connection?.saveData) return;
  whenIdle(signal, async () => {
    for (const step of [1, -1]) await agenda.prepare(addMonths(month, step), signal);
  });
}
