import Choices from 'choices.js/search-prefix';
import 'choices.js/public/assets/styles/choices.css';
import { selectOf } from './native-select.js';

let choices;
let root;
window.contender = {
  mount(container, places) {
    root = container;
    choices = new Choices(selectOf(root, places), { searchResultLimit: -1 });
  },
  ready: () => root.querySelector('.choices__inner') !== null,
  target: () => root.querySelector('.choices__inner'),
  rows: () =>
    choices.dropdown.isActive
      ? root.querySelectorAll('.choices__list--dropdown .choices__item--choice')
      : [],
};
