import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleConsultation } from '@nafida/client/testing';
import { formPages } from './form-page.mjs';

const { policy } = sampleConsultation();
const consultation = sampleConsultation({
  policy: { ...policy, territoryLevel: 'commune', attachments: { count: 3, bytes: 5_000_000 } },
});
const ours = {
  axis: 'Sujet',
  title: 'Votre idée en bref',
  body: 'Votre idée en détail',
  attachments: 'Images',
  territory: 'Votre quartier',
  author: 'Vous',
  name: 'Prénom et nom',
  'name-visible': 'Afficher mon nom',
  email: 'Courriel',
  phone: 'Portable',
};

const openFormPage = formPages();

test('a page gives the fields its own labels, and says something above and under them', async () => {
  const labels = Object.entries(ours).map(
    ([field, label]) => `<span slot="label-${field}">${label}</span>`,
  );
  const { page } = await openFormPage({
    data: { consultations: [consultation] },
    inside: `<p slot="intro">Le conseil vous écoute.</p>${labels.join('')}<p slot="after">Merci !</p>`,
  });
  const form = page.locator('nafida-proposal-form');
  const named = (role, name) => form.getByRole(role, { name }).first().waitFor();
  await named('radiogroup', ours.axis);
  await named('textbox', ours.title);
  await named('textbox', ours.body);
  await named('group', ours.attachments);
  await named('combobox', ours.territory);
  await named('group', ours.author);
  await named('textbox', ours.name);
  await named('checkbox', ours['name-visible']);
  await named('textbox', ours.email);
  await named('textbox', ours.phone);
  const top = (locator) => locator.evaluate((each) => each.getBoundingClientRect().top);
  const tops = await Promise.all([
    top(page.getByText('Le conseil vous écoute.')),
    top(form.locator('#field-title')),
    top(form.locator('[part="submit"]')),
    top(page.getByText('Merci !')),
  ]);
  assert.deepEqual(
    tops,
    tops.toSorted((one, other) => one - other),
  );
  await page.close();
});
