/** Pages behind secret links, for who is not signed in: a link that is none, revoked or past its time answers as one that never was. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { publicPages as en } from '#messages/en/public-pages.ts';
import { html } from '#messages/html.ts';
import { isLocale, type Locale } from '#messages/locales.ts';
import { publicPages as nl } from '#messages/nl/public-pages.ts';
import { AppError } from '#services/app-error.ts';
import { systemActor } from '#services/context.ts';
import { getFirm } from '#services/firm.ts';
import { type OpenedLink, openPublicLink, publicLetters } from '#services/public-links/public-links.ts';
import { answerError } from './error-body.ts';
import type { PageView, PublicPage } from './public-page.ts';
import { publicPagePolicy, writePublicPage } from './public-page-frame.ts';
import { countPublic, type PublicCounters } from './public-page-limits.ts';
import { choosePageLocale, readPageFields } from './public-page-request.ts';
import type { ContextFor } from './settings.ts';

const spoken = { nl, en };
const bodyMaxBytes = 32_768;

type Asked = FastifyRequest<{ Params: { token: string }; Querystring: { l?: string; said?: string } }>;

interface Options {
  readonly contextFor: ContextFor;
  readonly pages: readonly PublicPage[];
}

export function servePublicPages(app: FastifyInstance, { contextFor, pages }: Options): void {
  app.get('/robots.txt', async (_, reply) =>
    reply.type('text/plain; charset=utf-8').send('User-agent: *\nDisallow: /\n'),
  );
  app.register(async (scope) => {
    const count = countPublic(app);
    scope.removeAllContentTypeParsers();
    const keep = async (_: FastifyRequest, body: string) => readPageFields(body);
    const form = 'application/x-www-form-urlencoded';
    scope.addContentTypeParser(form, { parseAs: 'string', bodyLimit: bodyMaxBytes }, keep);
    scope.addHook('onRequest', async (_, reply) => void guard(reply));
    scope.setErrorHandler(async (error, request, reply) => tellTrouble({ contextFor, count }, error, request, reply));
    for (const page of pages) servePage(scope, { contextFor, page, count });
  });
}

interface Served {
  readonly contextFor: ContextFor;
  readonly page: PublicPage;
  readonly count: PublicCounters;
}

function servePage(scope: FastifyInstance, { contextFor, page, count }: Served): void {
  const path = `/${publicLetters[page.kind]}/:token`;
  const open = async (request: Asked): Promise<OpenedLink> => {
    await count.page(request);
    return openPublicLink(contextFor(systemActor), { kind: page.kind, token: request.params.token });
  };
  const answer = async (request: Asked, reply: FastifyReply, opened: OpenedLink, view: Omit<PageView, 'locale'>) => {
    const ctx = contextFor(systemActor);
    const locale = choosePageLocale(request);
    const { name: firmName } = await getFirm(ctx.db);
    const { title, body } = await page.show(ctx, opened, { ...view, locale });
    const other = otherLanguage(locale);
    return reply
      .type('text/html; charset=utf-8')
      .send(writePublicPage({ title, body, locale, firmName, other: { ...other, href: `?l=${other.lang}` } }));
  };

  scope.get(path, async (request: Asked, reply) => {
    const said = /^[a-z-]{1,30}$/.exec(request.query.said ?? '')?.[0] ?? null;
    return answer(request, reply, await open(request), { said, problem: null, typed: {} });
  });
  scope.post(path, async (request: Asked, reply) => {
    const opened = await open(request);
    await count.answer(request);
    const fields = (request.body ?? {}) as PageView['typed'];
    const locale = choosePageLocale(request);
    try {
      const said = await page.take(contextFor(systemActor), opened, { fields, locale });
      // Seen as a page that is asked for, so that loading it anew sends nothing twice.
      return reply.redirect(`?l=${locale}&said=${said}`, 303);
    } catch (error) {
      const problem = error instanceof AppError && error.code === 'bad-input' ? error.problems[0]?.code : undefined;
      if (problem === undefined) throw error;
      return answer(request, reply.code(422), opened, { said: null, problem, typed: fields });
    }
  });
}

/** On every answer, also on refusals. */
function guard(reply: FastifyReply): void {
  reply
    .header('content-security-policy', publicPagePolicy())
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .header('x-robots-tag', 'noindex, nofollow, noarchive');
}

async function tellTrouble(
  { contextFor, count }: Pick<Served, 'contextFor' | 'count'>,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  let told = answerError(error, request.id, request.log);
  if (told.status === 404 && (await count.isGuessing(request))) {
    told = answerError(new AppError('too-many'), request.id, request.log);
  }
  const locale = choosePageLocale(request);
  const { gone, tooMany, trouble } = spoken[locale];
  const { title, text } = told.status === 404 ? gone : told.status === 429 ? tooMany : trouble;
  const firmName = await getFirm(contextFor(systemActor).db).then(
    ({ name }) => name,
    () => '',
  );
  if (told.status === 429 || told.status === 503) reply.header('retry-after', 60);
  const body = html`<h1>${title}</h1><p>${text}</p>`;
  return reply
    .code(told.status)
    .type('text/html; charset=utf-8')
    .send(writePublicPage({ title, body, locale, firmName, other: null }));
}

function otherLanguage(locale: Locale): { lang: Locale; label: string } {
  const lang = locale === 'nl' ? 'en' : 'nl';
  return { lang: isLocale(lang) ? lang : 'nl', label: spoken[locale].otherLanguage };
}
