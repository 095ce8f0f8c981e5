import type { Diagnosis } from '@nafida/client';
import { diagnose, isNafidaError } from '@nafida/client/diagnosis.js';
import { reportOnce } from '../page/warn-once.js';

/** Cause and cure. `origin` is that of the page, `server` that of the address asked, `site` the site's name in it. */
const lines: Record<
  Diagnosis['reason'],
  ((place: { origin: string; server: string; site: string; said: string }) => string) | undefined
> = {
  offline: undefined,
  busy: undefined,
  server: undefined,
  sign_in: ({ server }) =>
    `a page answers in place of the server. Either this network asks to sign in first, or ${server} is not a participation server: check "api" (or data-api), and use https.`,
  policy: ({ server }) =>
    `the Content-Security-Policy of this page forbids the request. Add ${server} to its connect-src.`,
  mixed_content: ({ server }) =>
    `this page is served over https, the server over http: browsers forbid that. Serve ${server} over https and write https in "api" (or data-api).`,
  unreadable: ({ server }) =>
    `the server answers, but without the header Access-Control-Allow-Origin that it sends with every answer. A proxy in front of ${server} drops it, or ${server} is not a participation server: let the headers through, or check "api" (or data-api).`,
  preflight: ({ server }) =>
    `the server answers, but what the browser asks first (OPTIONS) is refused. A proxy in front of ${server} must hand OPTIONS on and keep Access-Control-Allow-Methods and -Headers (Authorization, Content-Type, Idempotency-Key, Nafida-Proof).`,
  redirect: ({ server }) =>
    `the answer is a redirect, perhaps to a login page. Write the final address in "api" (or data-api), and leave /v1 of ${server} open to everybody.`,
  other_server: ({ server, said }) =>
    `the answer (${said}) is not one of a participation server. Check "api" (or data-api), and that ${server} hands /v1 on to nafida-server.`,
  other_shape: ({ server, said }) =>
    `the answer (${said}) is JSON of another kind or version. Check "api" (or data-api), and that nafida.js and the server of ${server} are of the same version.`,
  unknown_site: ({ server, site }) =>
    `${server} has no site "${site}". Check "site" (or data-site); "nafida-server site list" lists them.`,
  unlisted_origin: ({ origin, site }) =>
    `the pages of ${origin} may not send to "${site}". ${
      origin === 'null'
        ? 'Open the page at its address on the web: from a file or a sandboxed frame nothing can be sent.'
        : `On the server: nafida-server site set ${site} --add-origin ${origin}`
    }`,
  not_found: () =>
    'nothing is here. Check the ids that the page names (consultation, session, reference), and that "api" (or data-api) ends before /v1.',
  altered: ({ server, said }) =>
    `the request was altered on the way (${said}). A proxy in front of ${server} must hand on the method, the body and the headers Authorization, Content-Type, Idempotency-Key and Nafida-Proof.`,
  too_large: ({ server }) =>
    `the request is too large for a proxy in front of ${server}: let it take 1 MB (nginx: client_max_body_size).`,
  settings: ({ said }) =>
    `the page asks for what cannot be (${said}). Check the attributes of the tags.`,
  insecure_page: ({ origin }) => `sending needs https, and ${origin} is served without it.`,
};

/** Says once on the console what keeps this page from working and how to repair it; nothing for what may pass. */
export function explainError(error: unknown): void {
  const line = lines[diagnose(error).reason];
  if (!line || !isNafidaError(error)) return;
  // What is odd about a file of sessions was said where it was read.
  if (error.kind === 'input' && error.issues.some(({ path }) => path === 'src')) return;
  const { origin } = globalThis;
  const url = error.url ?? '';
  const [, server = origin, site = ''] = /^(.*?)\/v1\/sites\/([^/]+)/.exec(url) ?? [];
  const status = error.kind === 'response_shape' ? error.status || 'no status' : '';
  const said = error.kind === 'response_shape' ? `status ${status}` : error.message;
  const text = line({ origin, server, site, said });
  // What the server does not have is told by name, anything else once for the whole server.
  const isOfOne = error.kind === 'problem' && error.code === 'not_found';
  const where = url && (isOfOne ? ` (${url})` : ` (${server}, site "${site}")`);
  reportOnce(`Nafida${where}: ${text}`);
}
