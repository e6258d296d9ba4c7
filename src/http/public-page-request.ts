/** What a request for a public page says: the language it wants, and what was typed. */
import type { FastifyRequest } from 'fastify';
import { chooseLocale, isLocale, type Locale } from '#messages/locales.ts';
import type { PageFields } from './public-page.ts';

const mostFields = 20;
const longestField = 8_000;

/** Chosen on the page, or else what the browser likes best of what we speak. */
export function choosePageLocale(request: FastifyRequest): Locale {
  const { l } = request.query as { l?: unknown };
  if (isLocale(l)) return l;
  const wished = (request.headers['accept-language'] ?? '').slice(0, 200).split(',').map(readWish);
  return chooseLocale(wished.sort((one, other) => other.weight - one.weight).map(({ tag }) => tag));
}

function readWish(part: string): { tag: string; weight: number } {
  const [tag = '', quality = ''] = part.trim().split(';');
  const weight = Number(/^\s*q=([\d.]+)$/.exec(quality)?.[1] ?? 1);
  return { tag, weight: Number.isFinite(weight) ? weight : 0 };
}

/** The first of each name. Text that could not be kept as it is, is kept without what stands in the way. */
export function readPageFields(body: string): PageFields {
  const fields: Record<string, string> = Object.create(null);
  for (const [name, value] of [...new URLSearchParams(body)].slice(0, mostFields)) {
    if (!/^[\w-]{1,40}$/.test(name) || name in fields) continue;
    fields[name] = value
      .replaceAll('\0', '')
      .toWellFormed()
      .replaceAll('\r\n', '\n')
      .slice(0, longestField)
      .toWellFormed();
  }
  return fields;
}
