// A page of a site with a build step.
import '@nafida/elements/define.js';
import type { ErrorDetail, RegionChange } from '@nafida/elements';
import { RegionPickerElement, setPageDefaults } from '@nafida/elements';
import { SessionCalendarElement } from '@nafida/elements/session-calendar.js';

setPageDefaults({ api: 'https://participation.example', site: 'berkane', lang: 'ar' });
// @ts-expect-error it is `api`
setPageDefaults({ server: 'https://participation.example' });

const picker = document.querySelector('nafida-region-picker') ?? new RegionPickerElement();
picker.level = 'province';
picker.value = '02.113';
// @ts-expect-error no such level
picker.level = 'village';
// @ts-expect-error a code, not a number
picker.value = 2113;

picker.addEventListener('nafida-region-change', ({ detail }) => {
  const chosen: RegionChange = detail;
  const name: string | undefined = chosen.place?.names.ar;
  console.log(name, detail.ancestors.length);
  // @ts-expect-error no such detail
  console.log(detail.village);
});
document.addEventListener('nafida-error', ({ detail }) => {
  const failure: ErrorDetail = detail;
  console.log(failure);
});

const calendar: SessionCalendarElement = document.createElement('nafida-session-calendar');
calendar.src = 'sessions.json';
// @ts-expect-error no such property
calendar.nonsense = 3;
