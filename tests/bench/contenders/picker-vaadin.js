import '@vaadin/combo-box';

let box;
window.contender = {
  async mount(container, places) {
    box = document.createElement('vaadin-combo-box');
    box.label = 'Commune';
    box.itemLabelPath = 'label';
    box.itemValuePath = 'value';
    box.items = places;
    container.append(box);
    await box.updateComplete;
  },
  ready: () => box.querySelector('input') !== null,
  target: () => box.querySelector('input'),
  rows: () =>
    box.opened
      ? [...document.querySelectorAll('vaadin-combo-box-item')].filter(({ hidden }) => !hidden)
      : [],
};
