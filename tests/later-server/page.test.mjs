import { LaterAnswers, operationAt } from './later-answers.mjs';
import { describeTakingPart } from './taking-part.mjs';

const seed = 20261201;

describeTakingPart(`the tags beside a server of a later version (seed ${seed})`, {
  async prepare(page) {
    const later = new LaterAnswers(seed, ['open']);
    await page.route(/\/v1\/sites\//, async (route) => {
      const response = await route.fetch();
      const type = response.headers()['content-type'] ?? '';
      if (!type.includes('json')) return route.fulfill({ response });
      const id = operationAt(route.request().method(), route.request().url());
      const json = await response.json();
      const body = response.ok() ? later.to(id, json) : later.problem(json);
      return route.fulfill({ response, body: JSON.stringify(body) });
    });
  },
});
