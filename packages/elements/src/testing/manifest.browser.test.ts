import { expect, fixtureCleanup } from '@open-wc/testing';
import { stopClock } from './calendar-fixture.js';
import { everyView } from './every-view.js';
import { rootsOf } from './shadow-trees.js';

interface Named {
  readonly name: string;
}

interface Declaration {
  readonly tagName: string;
  readonly attributes: readonly Named[];
  readonly slots: readonly Named[];
  readonly cssParts: readonly Named[];
}

interface Manifest {
  readonly modules: readonly { readonly declarations: readonly Declaration[] }[];
}

async function declarations(): Promise<readonly Declaration[]> {
  const answer = await fetch('/packages/elements/custom-elements.json');
  const { modules } = (await answer.json()) as Manifest;
  return modules.flatMap((module) => module.declarations);
}

const namesOf = (list: readonly Named[]) => list.map(({ name }) => name);

/** Parts and slots that a tag and the tags inside it draw now, each as `nafida-… part …`. */
function drawnBy(element: Element): readonly string[] {
  return rootsOf(element).flatMap((root) => [
    // What follows the name of a part is its state.
    ...[...root.querySelectorAll('[part]')].map(
      ({ part }) => `${root.host.localName} part ${part[0]}`,
    ),
    ...[...root.querySelectorAll('slot')].map(({ name }) => `${root.host.localName} slot ${name}`),
  ]);
}

describe('custom-elements.json', () => {
  stopClock();

  it('lists the attributes that each tag observes', async () => {
    for (const { tagName, attributes } of await declarations()) {
      const { observedAttributes } = customElements.get(tagName) as unknown as {
        readonly observedAttributes: readonly string[];
      };
      expect(namesOf(attributes), tagName).to.have.members([...observedAttributes]);
    }
  });

  it('lists every part and slot that the tags draw', async function () {
    this.timeout(120_000);
    const listed = (await declarations()).flatMap(({ tagName, cssParts, slots }) => [
      ...namesOf(cssParts).map((name) => `${tagName} part ${name}`),
      ...namesOf(slots).map((name) => `${tagName} slot ${name}`),
    ]);
    const drawn = new Set<string>();
    for (const show of Object.values(everyView)) {
      for (const each of drawnBy(await show({ lang: 'fr', width: 640 }))) drawn.add(each);
      fixtureCleanup();
    }
    expect(drawn.size).to.be.greaterThan(100);
    expect([...drawn].filter((each) => !listed.includes(each))).to.deep.equal([]);
  });
});
