import type { SessionMessageKind } from '../database/outbox-message.js';
import type { DayTexts } from '../dates/days-text.js';

/** All that messages say, in one language. */
export interface SessionMailTexts extends DayTexts {
  greeting(name: string): string;
  subject(kind: SessionMessageKind, title: string): string;
  /** What happened; `position` in the line is null unless the person waits. */
  news(kind: SessionMessageKind, position: number | null): string;
  readonly date: (text: string) => string;
  readonly time: (hour: number, minute: number) => string;
  readonly place: (text: string) => string;
  readonly online: (url: string) => string;
  readonly reason: (text: string) => string;
  readonly places: (count: number) => string;
  /** The line with the confirmation page; `until` is a time, `HH:MM`. The URL of the page ends the line. */
  readonly confirmPage: (until: string, page: string) => string;
  readonly confirmCode: (code: string) => string;
  readonly doorCode: (code: string) => string;
  readonly manageCode: (code: string) => string;
}

/** Languages that mail is written in. */
export type MailLanguage = 'ar' | 'fr' | 'en';
