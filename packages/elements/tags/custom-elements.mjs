/** The declarations of all tags in a manifest. */
export function customElementsOf({ modules }) {
  return modules
    .flatMap(({ declarations }) => declarations)
    .filter(({ customElement }) => customElement);
}
