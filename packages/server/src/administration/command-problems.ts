import type { FieldIssue } from '@nafida/contract';
import { CommandError } from '../command-error.js';
import type { ProblemError } from '../operations/problem-error.js';
import type { CommandName } from './commands.js';
import { filedFields, nameOfField } from './field-names.js';
import { issueLines, type Checked } from './issue-lines.js';
import { wantedOfSession } from './wanted-of-session.js';

/** One message for each issue of an input, in the terms of its user: by option, or by the session or consultation of a file. */
export function issueMessages(
  name: CommandName,
  checked: Checked,
  issues: readonly FieldIssue[],
): readonly string[] {
  return issues.flatMap((issue) => {
    const [list, at = '', ...path] = issue.path.split('.');
    const noun = itemsOf[list ?? ''];
    const items = (checked.value as Record<string, unknown>)[list ?? ''];
    const item = noun && Array.isArray(items) ? (items[Number(at)] as unknown) : undefined;
    const id = (item as { id?: unknown } | null | undefined)?.id;
    const isNamed = typeof id === 'string' && id !== '' && path[0] !== 'id';
    const called = isNamed ? path.join('.') || 'it' : nameOfField(name, issue.path);
    const [line = ''] = issueLines([issue], {
      ...checked,
      named: (_, given) => called + given,
      wanted: { [issue.path]: wantedOfSession[issue.path.slice(ofOneSession(name).length)] },
    });
    return isNamed ? [`The ${noun} "${id}": ${line}`] : [line];
  });
}

/** What is in a list of a file, by the name of the list. */
const itemsOf: Readonly<Record<string, string>> = {
  consultations: 'consultation',
  sessions: 'session',
};

const sentences: Readonly<Record<string, string>> = {
  already_moderated: 'This proposal was published, refused, merged or withdrawn before.',
  not_published: 'Only a proposal that is public can be answered: publish it first.',
  question_open: 'The author has not replied to the question before: one at a time.',
  session_exists: 'There is a session with this id already: change it with "sessions edit".',
  session_over: 'The session was held: it can be neither cancelled nor postponed any more.',
};

/** What only the data can tell, by command, field and code. */
const rules: Readonly<Record<string, string>> = {
  'proposals answer text required':
    'The text is missing: accepted, rejected and implemented need words, --text-ar or --text-fr.',
  'proposals answer text unknown_field':
    'not_answered takes the answer back: give no --text-… with it.',
  'proposals merge into invalid_choice':
    'OTHER must be another proposal of the same consultation that waits or is public: see "proposals list SITE --state all".',
  'sessions capacity capacity invalid_choice':
    'This session takes no registrations, so it has no seats. "sessions edit" with {"registration": {"capacity": 50}} makes some.',
};

/** The error of a command, with a message for its user, from a problem. */
export function commandErrorOf(
  name: CommandName,
  { problem }: ProblemError,
  checked: Checked,
): CommandError {
  const { code, errors = [], title } = problem;
  if (code === 'not_found') return new CommandError(missing(name));
  const sentence = sentences[code];
  if (sentence) return new CommandError(sentence);
  if (code === 'capacity_below_confirmed') {
    return new CommandError(
      `${errors[0]?.minimum} places are confirmed. --move-to-waiting-list sends those who were confirmed last back.`,
    );
  }
  const lines = errors.flatMap((issue) => {
    const rule = rules[`${name} ${issue.path} ${issue.code}`];
    return rule
      ? [rule]
      : issueMessages(name, checked, [{ ...issue, path: ofOneSession(name) + issue.path }]);
  });
  return new CommandError(lines.join('\n') || title);
}

/** The path of the one session in the input of a command; empty if there is none. */
function ofOneSession(name: CommandName): string {
  if (name === 'sessions postpone') return 'to.';
  return name === 'sessions create' || name === 'sessions edit' ? `${filedFields[name]}.` : '';
}

function missing(name: CommandName): string {
  if (name === 'registrations check-in') return 'No registration of this session has this code.';
  const isAboutSession = name.startsWith('sessions ') || name.startsWith('registrations ');
  return isAboutSession ? 'The site has no such session.' : 'No proposal has this reference.';
}
