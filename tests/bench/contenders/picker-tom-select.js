import TomSelect from 'tom-select/base';
import 'tom-select/dist/css/tom-select.default.css';
import { selectOf } from './native-select.js';

// Its own default waits 300 ms after each key; 0 shows it at its best.
let tom;
window.contender = {
  mount(container, places) {
    tom = new TomSelect(selectOf(container, places), { refreshThrottle: 0 });
  },
  ready: () => tom.control.getBoundingClientRect().height > 10,
  target: () => tom.control,
  rows: () => (tom.isOpen ? tom.dropdown.querySelectorAll('.option') : []),
};
