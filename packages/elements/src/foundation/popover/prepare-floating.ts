/**
 * Loads the placement code of popups; called ahead, when someone shows interest. A module of its own, so that
 * calling it brings nothing else along.
 */
export function prepareFloating(): Promise<typeof import('./floating.js')> {
  return import('./floating.js');
}
