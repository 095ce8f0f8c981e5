import { createConfig, lint } from '@redocly/openapi-core';

/**
 * Lints the protocol's OpenAPI document with the recommended rules, warnings included.
 *
 * @returns {Promise<string[]>} problems
 */
export async function openApiProblems() {
  const config = await createConfig({ extends: ['recommended'] });
  const problems = await lint({ ref: 'packages/contract/openapi.json', config });
  return problems
    .filter(({ ignored }) => !ignored)
    .map(({ ruleId, message, location }) => `${location[0]?.pointer} ${ruleId}: ${message}`);
}
