import type { Place } from '@nafida/territory';
import type { LitElement, ReactiveController } from 'lit';

/** How far finding the provinces near the person has come. */
export type NearbyState = 'idle' | 'locating' | 'failed' | 'found';

/** Long enough for a phone to find its position outdoors, in milliseconds. */
const patience = 20_000;

/** A position of the last ten minutes is as good as a new one: nobody leaves a province that quickly. */
const maximumAge = 600_000;

/**
 * Finds the provinces near the person, when the person asks for it and only then: the browser may want to know
 * whether it may. The position is compared with the seats of the provinces here; it is neither sent nor kept.
 */
export class NearbyController implements ReactiveController {
  readonly #host: LitElement;
  #state: NearbyState = 'idle';

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {}

  get state(): NearbyState {
    return this.#state;
  }

  /** Whether this page may ask at all; an insecure one may not. */
  get isOffered(): boolean {
    return isSecureContext && 'geolocation' in navigator;
  }

  /** The provinces, nearest first; none when the position cannot be found, which {@link state} then says. */
  async locate(): Promise<readonly Place[]> {
    this.#turn('locating');
    try {
      const [{ coords }, { provincesNear }] = await Promise.all([
        currentPosition(),
        import('@nafida/territory/provinces-near.js'),
      ]);
      this.#turn('found');
      return provincesNear(coords);
    } catch {
      this.#turn('failed');
      return [];
    }
  }

  #turn(state: NearbyState): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}

function currentPosition(): Promise<GeolocationPosition> {
  return new Promise((resolve, reject) => {
    navigator.geolocation.getCurrentPosition(resolve, reject, { timeout: patience, maximumAge });
  });
}
