import { html, raw } from 'hono/html';
import type { Hono } from 'hono';
import { createHash } from 'node:crypto';
import type { MailLanguage } from '../mail/session-mail-texts.js';
import type { Services } from '../operations/operation.js';
import { confirmAddress } from '../sessions/confirmations.js';
import { clientAddress } from './client-address.js';
import { confirmationTexts } from './confirmation-texts.js';
import type { ServerEnvironment } from './environment.js';
import { problemErrorOf, problemResponse } from './problem-response.js';
import type { RateLimits } from './rate-limits.js';
import { readBytes } from './request-body.js';

const path = '/confirm/:language{ar|fr|en}/:site/:registration';

const style = `
  body { max-inline-size: 34rem; margin: 2rem auto; padding-inline: 1rem; font: 1.125rem/1.6 system-ui, sans-serif; }
  label { display: block; font-weight: 600; }
  input, button { min-block-size: 2.75rem; padding-inline: 0.75rem; font: inherit; }
`;
const policy = [
  "default-src 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
].join('; ');
const headers = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': policy,
  'Referrer-Policy': 'no-referrer',
};

/**
 * `/confirm/{language}/{site}/{registration}`: the page that mails link to. It asks for the code in the mail, so that a
 * program that only follows links confirms nothing, and no URL contains a secret. It needs no script.
 */
export function addConfirmationPage(
  app: Hono<ServerEnvironment>,
  services: Services,
  settings: { readonly rateLimits: RateLimits; readonly proxies: number },
): void {
  app.get(path, (context) => {
    context.set('route', 'confirm');
    return context.html(page(context.req.param('language') as MailLanguage, null), 200, headers);
  });
  app.post(path, async (context) => {
    context.set('route', 'confirm');
    const { language, site, registration } = context.req.param();
    try {
      const address = clientAddress(context, settings.proxies);
      await settings.rateLimits.countAddress('writes', address, site);
      const form = new URLSearchParams(Buffer.from(await readBytes(context.req.raw)).toString());
      const code = (form.get('code') ?? '').slice(0, 100);
      const isConfirmed = await confirmAddress(services, site, registration, code);
      return context.html(
        page(language as MailLanguage, isConfirmed),
        isConfirmed ? 200 : 422,
        headers,
      );
    } catch (error) {
      return problemResponse(problemErrorOf(error).problem);
    }
  });
}

/** `isConfirmed` is null before anything was sent. */
function page(language: MailLanguage, isConfirmed: boolean | null) {
  const texts = confirmationTexts[language];
  const form = html`<form method="post">
    <label for="code">${texts.label}</label>
    <p id="hint">${texts.hint}</p>
    <p>
      <input
        id="code"
        name="code"
        dir="ltr"
        autocomplete="one-time-code"
        autocapitalize="characters"
        spellcheck="false"
        required
        aria-describedby="hint"
        ${isConfirmed === false ? 'aria-invalid=true' : ''}
      />
      <button>${texts.send}</button>
    </p>
  </form>`;
  return html`<!doctype html>
    <html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${texts.title}</title>
        ${raw(`<style>${style}</style>`)}
      </head>
      <body>
        <main>
          <h1>${texts.title}</h1>
          ${isConfirmed === null ? '' : html`<p role="status">${isConfirmed ? texts.confirmed : texts.refused}</p>`}
          ${isConfirmed === true ? '' : form}
        </main>
      </body>
    </html>`;
}
