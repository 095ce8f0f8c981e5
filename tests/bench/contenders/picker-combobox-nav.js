// The library moves through a list; the list and its filter are the page's own, as in its README.
import Combobox from '@github/combobox-nav';

let input;
let list;
window.contender = {
  mount(container, places) {
    input = document.createElement('input');
    list = document.createElement('ul');
    list.id = 'places';
    list.role = 'listbox';
    list.hidden = true;
    list.style.cssText = 'max-height: 300px; overflow: auto';
    const items = places.map(({ value, label }) => {
      const item = document.createElement('li');
      item.id = `place-${value}`;
      item.role = 'option';
      item.textContent = label;
      list.append(item);
      return { item, key: label.toLowerCase() };
    });
    const combobox = new Combobox(input, list);
    input.addEventListener('focus', () => {
      list.hidden = false;
      combobox.start();
    });
    input.addEventListener('input', () => {
      const query = input.value.toLowerCase();
      for (const { item, key } of items) item.hidden = !key.includes(query);
    });
    container.append(input, list);
  },
  ready: () => input.isConnected,
  target: () => input,
  rows: () => (list.hidden ? [] : list.querySelectorAll('li:not([hidden])')),
};
