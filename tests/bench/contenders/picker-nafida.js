// The tag as it ships. It ignores the list handed to the peers: the 1,631 places are its own, in three scripts.
import '@nafida/elements/region-picker/define.js';

let picker;
window.contender = {
  ownSearch: true,
  mount(container) {
    picker = document.createElement('nafida-region-picker');
    container.append(picker);
    return picker.updateComplete;
  },
  ready: () =>
    picker.shadowRoot.querySelector('input') !== null && picker.getBoundingClientRect().height > 10,
  target: () => picker.shadowRoot.querySelector('input'),
  // One more letter may leave the rows as they are, and then only weighs another letter in them.
  label: (row) => row.innerHTML,
  rows: () => picker.shadowRoot.querySelectorAll('[role=option]'),
};
