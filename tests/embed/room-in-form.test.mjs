import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleConsultation } from '@nafida/client/testing';
import { formPages } from './form-page.mjs';

// A line of text, by which hints wrap sooner or later, and the gaps about it.
const far = 60;

const isPart = (path) => /\/(attachments-section|question-section|place)-/.test(path);
const { policy } = sampleConsultation();
const question = {
  ...{ id: 'speed', label: { fr: 'Votre débit' }, hint: null, type: 'short_text', options: [] },
  ...{ required: false, limits: null, showIf: null },
};
const consultation = sampleConsultation({
  policy: { ...policy, territoryLevel: 'commune', attachments: { count: 3, bytes: 5_000_000 } },
  questions: [
    question,
    { ...question, id: 'since', showIf: { question: 'speed', equals: 'slow' } },
    { ...question, id: 'why', showIf: { question: 'speed', equals: 'slow' } },
  ],
});

const openFormPage = formPages();

for (const width of [360, 1280]) {
  test(`files, place and questions come into room that was kept for them, ${width} px wide`, async () => {
    let come;
    const coming = new Promise((resolve) => (come = resolve));
    const { page, field } = await openFormPage({
      decide: (path) => (isPart(path) ? coming : undefined),
      data: { consultations: [consultation] },
      viewport: { width, height: 800 },
    });
    const top = (id) => field(id).evaluate((each) => each.getBoundingClientRect().top);
    // Narrow pages show a part at a time: what lies below the files is the button there.
    const below = width < 600 ? page.locator('nafida-proposal-form .sending') : field('email');
    const topBelow = () => below.evaluate((each) => each.getBoundingClientRect().top);
    const before = [await top('title'), await topBelow()];
    come();
    await field('attachments').waitFor();
    if (width >= 600) await field('answers\\.speed').waitFor();
    const after = [await top('title'), await topBelow()];
    assert.equal(after[0], before[0]);
    assert.ok(Math.abs(after[1] - before[1]) <= far, `${before[1]} px, then ${after[1]} px`);
    await page.close();
  });
}
