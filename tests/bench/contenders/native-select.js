/** A native `<select>` with every place, for libraries that take one over. */
export function selectOf(container, places) {
  const select = document.createElement('select');
  select.append(new Option('', ''), ...places.map(({ value, label }) => new Option(label, value)));
  container.append(select);
  return select;
}
