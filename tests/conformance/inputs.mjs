/** A proposal that `api`'s site accepts, with `changes`. */
export const proposalFor = (api, changes = {}) => ({
  consultation: 'general',
  axis: 'access',
  title: 'تغطية الدواوير بالأنترنت',
  body: 'نقترح تعميم الأنترنت بالدواوير البعيدة.',
  language: 'ar',
  consent: { privacyHash: api.site.privacyHash },
  ...changes,
});

let people = 0;

/** A registration that `api`'s site accepts, of somebody with an address of their own, with `changes`. */
export const registrationFor = (api, changes = {}) => ({
  name: 'فاطمة الزهراء',
  email: `fatima${++people}@example.org`,
  language: 'ar',
  consent: { privacyHash: api.site.privacyHash },
  ...changes,
});

/** Sends a proposal and gives its receipt. */
export const propose = (api, changes) =>
  api.value('createProposal', { body: proposalFor(api, changes) });

/** Takes a place in a session and gives the registration. */
export const register = (api, session, changes) =>
  api.value('createRegistration', {
    parameters: { session },
    body: registrationFor(api, changes),
  });

/** Publishes a submission. */
export const publish = (api, submission) =>
  api.value('moderateSubmission', {
    parameters: { submission },
    body: { decision: 'publish' },
  });

/** All items of a list, by its cursors, `limit` at a time. */
export async function allPages(api, id, { parameters = {}, query = {}, limit = 100 } = {}) {
  const items = [];
  let cursor;
  do {
    const page = await api.value(id, {
      parameters,
      query: { ...query, limit, ...(cursor !== undefined && { cursor }) },
    });
    items.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return items;
}
