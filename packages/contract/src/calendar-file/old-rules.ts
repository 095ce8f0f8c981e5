const weekday = /^(?:MO|TU|WE|TH|FR|SA|SU)$/;

/**
 * A rule of vCalendar 1.0 (`W1 TU TH #10`, `MP1 1+ TU 20271231T000000`) as in RFC 5545. Throws if it is not a rule.
 */
export function newRule(rule: string): string {
  const [first = '', ...tokens] = rule.trim().toUpperCase().split(/\s+/);
  const [, kind, interval] = /^(D|W|MP|MD|YM|YD)(\d+)$/.exec(first) ?? [];
  if (!kind) throw new RangeError(`${first} is not known`);
  const last = tokens.at(-1) ?? '';
  const hasEnd = /^#\d+$/.test(last) || /^\d{8}T\d{6}Z?$/.test(last);
  const values = hasEnd ? tokens.slice(0, -1) : tokens;
  // Without an end it takes place twice; `#0` has none.
  const end = !hasEnd
    ? 'COUNT=2'
    : last.startsWith('#')
      ? `COUNT=${last.slice(1)}`
      : `UNTIL=${last}`;
  const frequency = { D: 'DAILY', W: 'WEEKLY', M: 'MONTHLY', Y: 'YEARLY' }[kind[0]!]!;
  return [
    `FREQ=${frequency}`,
    `INTERVAL=${interval}`,
    valuesOf(kind, values),
    end === 'COUNT=0' ? '' : end,
  ]
    .filter(Boolean)
    .join(';');
}

function valuesOf(kind: string, values: readonly string[]): string {
  if (values.length === 0 || kind === 'D') return '';
  switch (kind) {
    case 'W':
      return `BYDAY=${values.join()}`;
    case 'MP':
      return `BYDAY=${onPlaces(values).join()}`;
    case 'MD':
      return `BYMONTHDAY=${values.map((day) => (day === 'LD' ? '-1' : counted(day))).join()}`;
    case 'YM':
      return `BYMONTH=${values.join()}`;
    default:
      return `BYYEARDAY=${values.join()}`;
  }
}

/** `1+ TU TH 2- FR`: days behind their place in the month, from its beginning or its end. */
function onPlaces(values: readonly string[]): string[] {
  let place = '';
  return values.flatMap((value) => {
    if (weekday.test(value)) return [`${place}${value}`];
    place = counted(value);
    return [];
  });
}

function counted(value: string): string {
  return value.endsWith('-') ? `-${value.slice(0, -1)}` : value.replace(/\+$/, '');
}
