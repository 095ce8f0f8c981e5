import type { LitElement, ReactiveController } from 'lit';

/** The first match of `selector` in what `host` draws, once there is one; undefined where the host leaves the page before. */
export function whenDrawn(host: LitElement, selector: string): Promise<HTMLElement | undefined> {
  return new Promise((resolve) => {
    const end = (drawn?: HTMLElement) => {
      host.removeController(watch);
      resolve(drawn);
    };
    const watch: ReactiveController = {
      hostUpdated() {
        const drawn = host.renderRoot.querySelector<HTMLElement>(selector);
        if (drawn) end(drawn);
      },
      hostDisconnected: () => end(),
    };
    if (!host.isConnected) return end();
    host.addController(watch);
    host.requestUpdate();
  });
}
