import type {} from '@nafida/elements';

const picker = document.querySelector('nafida-region-picker')!;
const calendar = document.querySelector('nafida-session-calendar')!;
const takeClick = (event: MouseEvent) => event.clientX;

picker.wrong = 3;
picker.level = 'wrong';
picker.addEventListener('nafida-region-change', takeClick); // wrong
calendar.addEventListener('nafida-session-open', ({ detail }) => detail.wrong);
