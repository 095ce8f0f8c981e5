import '@shoelace-style/shoelace/dist/components/option/option.js';
import '@shoelace-style/shoelace/dist/components/select/select.js';
import '@shoelace-style/shoelace/dist/themes/light.css';

let select;
window.contender = {
  filters: false,
  mount(container, places) {
    select = document.createElement('sl-select');
    select.label = 'Commune';
    for (const { value, label } of places) {
      const option = document.createElement('sl-option');
      option.value = value;
      option.textContent = label;
      select.append(option);
    }
    container.append(select);
    return select.updateComplete;
  },
  ready: () => select.getBoundingClientRect().height > 10,
  target: () => select.shadowRoot.querySelector('.select__combobox'),
  rows: () =>
    select.open && select.firstElementChild.getClientRects().length ? select.children : [],
};
