import type { CalendarFile } from '@nafida/contract/calendar-file.js';

/** What a file holds, before it is made sessions of: all of it one after the other, or what is wanted. */
export interface FiledRecords extends AsyncIterable<unknown> {
  /** Those that touch the days `from` to `to`, and those whose days nobody understands. */
  touching(from: string | undefined, to: string | undefined): Promise<readonly unknown[]>;
  /** All, in the order of the file. */
  all(): Promise<readonly unknown[]>;
}

/** The records of a list. */
export function listedRecords(list: readonly unknown[]): FiledRecords {
  return {
    touching: async (from, to) =>
      list.filter((record) => {
        const startDate = partOf(record, 'startDate');
        if (typeof startDate !== 'string') return true;
        const endDate = partOf(record, 'endDate');
        const lastDate = typeof endDate === 'string' ? endDate : startDate;
        return (!from || lastDate >= from) && (!to || startDate <= to);
      }),
    all: async () => list,
    async *[Symbol.asyncIterator]() {
      yield* list;
    },
  };
}

/** The records of a calendar, whose events are read as they are wanted. `remark` is told what is odd about them. */
export function calendarRecords(
  calendar: CalendarFile,
  remark: (text: string) => void,
): FiledRecords {
  return {
    touching: (from, to) => calendar.touching(from, to),
    async all() {
      const { sessions, privateEvents, remarks } = await calendar.whole();
      remarks.forEach(remark);
      if (privateEvents > 0) {
        remark(`${privateEvents} of its events are not for everybody (CLASS) and are left out.`);
      }
      return sessions;
    },
    [Symbol.asyncIterator]: () => calendar[Symbol.asyncIterator](),
  };
}

function partOf(record: unknown, name: string): unknown {
  return typeof record === 'object' && record !== null ? Reflect.get(record, name) : undefined;
}
