import accessibleAutocomplete from 'accessible-autocomplete';
import 'accessible-autocomplete/dist/accessible-autocomplete.min.css';

let root;
window.contender = {
  mount(container, places) {
    root = container;
    const source = places.map(({ label }) => label);
    accessibleAutocomplete({
      element: root,
      id: 'place',
      source,
      showAllValues: true,
      minLength: 0,
    });
  },
  ready: () => root.querySelector('input') !== null,
  target: () => root.querySelector('input'),
  rows: () => root.querySelectorAll('.autocomplete__menu--visible .autocomplete__option'),
};
