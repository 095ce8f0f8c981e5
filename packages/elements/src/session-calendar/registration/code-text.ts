import type { CodeIssue } from '../../submission/lookup/code-issue.js';
import type { CalendarContext } from '../view/calendar-context.js';
import type { CancelIssue } from './held-registration.js';
import type { RegistrationMessages } from './messages.js';

/** What to say when a code did not open or did not cancel a registration. */
export function issueText(
  { messages: ofCalendar }: CalendarContext,
  messages: RegistrationMessages,
  issue: CodeIssue | CancelIssue | 'required',
): string {
  switch (issue) {
    case 'required':
      return messages.manageRequired;
    case 'unknown':
      return messages.manageUnknown;
    case 'closed':
      return messages.cancelClosed;
    default:
      return ofCalendar.failedBecause(issue);
  }
}
