interface PolicyFactory<Rules, Policy> {
  createPolicy(name: string, rules: Rules): Policy;
}

/**
 * What the build puts in place of lit-html's own `createPolicy`, which throws where a page's CSP does not list its
 * name. Where the page accepts plain strings all the same, no policy is needed. Where it does not, this throws while
 * the module is being evaluated: no tag is registered and the page keeps what was written between the tags.
 */
export function guardedPolicy<Rules, Policy>(
  factory: PolicyFactory<Rules, Policy>,
  rules: Rules,
): Policy | undefined {
  try {
    return factory.createPolicy('lit-html', rules);
  } catch {
    document.createElement('template').innerHTML = '<br>';
    return undefined;
  }
}
