import SlimSelect from 'slim-select';
import 'slim-select/styles';
import { selectOf } from './native-select.js';

let root;
window.contender = {
  mount(container, places) {
    root = container;
    new SlimSelect({ select: selectOf(root, places) });
  },
  ready: () => root.querySelector('.ss-main') !== null,
  target: () => root.querySelector('.ss-main'),
  rows: () =>
    document.querySelectorAll('.ss-content.ss-open .ss-option:not(.ss-hide):not(.ss-placeholder)'),
};
