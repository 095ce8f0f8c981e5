// The picker, the form that takes the place chosen there, and the agenda.
import '@nafida/elements/define.js';
import type { Language } from './words.js';
import { words } from './words.js';

const language = document.documentElement.lang as Language;
const say = words[language];

document.getElementById('app')!.innerHTML = `
  <nafida-provider api="/" site="berkane">
    <h1>${say.title}</h1>
    <nafida-region-picker
      id="place"
      label="${say.place}"
      within="02.113"
      min-level="commune"
    ></nafida-region-picker>
    <p id="chosen"></p>
    <nafida-proposal-form place-picker="place" heading-level="2"></nafida-proposal-form>
    <p id="received"></p>
    <nafida-session-calendar view="list" heading-level="2"></nafida-session-calendar>
  </nafida-provider>
`;

const picker = document.querySelector('nafida-region-picker')!;
picker.addEventListener('nafida-region-change', ({ detail }) => {
  document.getElementById('chosen')!.textContent = detail.place?.names[language] ?? '';
});
const form = document.querySelector('nafida-proposal-form')!;
form.addEventListener('nafida-proposal-success', ({ detail }) => {
  document.getElementById('received')!.textContent = `${say.received} ${detail.reference}`;
});
