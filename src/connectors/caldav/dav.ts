/** Questions to a CalDAV server, each with the account's key, through the one way out. */
import { calendarMultiGet, calendarQuery, type DAVResponse, propfind, syncCollection } from 'tsdav';
import { type Reach, ReaderProblem } from '#services/connections/reader.ts';
import { readRetryAt } from '../web-api/retry-at.ts';

const limits = { totalMs: 30_000, bytes: 25 * 1024 * 1024 };

export type Dav = Pick<Reach<'caldav'>, 'settings' | 'secret' | 'net' | 'signal' | 'nowMs'>;

/** Refusals that mean the same whatever was asked; the others are the asker's to read. */
export async function ask(dav: Dav, url: string, init: RequestInit, place?: string): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set('authorization', authorizationOf(dav));
  const response = await dav.net.fetch(url, { ...init, headers, signal: dav.signal }, limits);
  const { status } = response;
  const at = place === undefined ? {} : { place };
  if (status === 401) throw new ReaderProblem('wrong-password');
  if (status === 429 || status === 503) {
    const retryAtMs = readRetryAt(response.headers, dav.nowMs);
    throw new ReaderProblem(status === 429 || retryAtMs !== null ? 'throttled' : 'server-trouble', {
      ...(retryAtMs === null ? {} : { retryAtMs }),
    });
  }
  if (status >= 500 && status !== 507) throw new ReaderProblem('server-trouble', { ...at, detail: `HTTP ${status}` });
  return response;
}

function authorizationOf({ settings, secret }: Dav): string {
  if (secret === null) throw new ReaderProblem('wrong-password');
  if (secret.type === 'token') return `Bearer ${secret.accessToken}`;
  return `Basic ${Buffer.from(`${settings.userName}:${secret.password}`).toString('base64')}`;
}

function fetchFor(dav: Dav, place?: string): typeof globalThis.fetch {
  return (input, init = {}) => ask(dav, String(input instanceof Request ? input.url : input), init, place);
}

export interface DavProps {
  readonly href: string;
  readonly status: number;
  readonly props: Readonly<Record<string, unknown>>;
}

/** Null where the server says no in a way that the asker must read: with its status. */
export type DavAnswer =
  | { readonly refused: number }
  | { readonly list: readonly DavProps[]; readonly token: string | null };

export async function readProps(
  dav: Dav,
  { url, props, depth = '0' }: { url: string; props: readonly string[]; depth?: '0' | '1' },
): Promise<DavAnswer> {
  const wanted = Object.fromEntries(props.map((name) => [name, {}]));
  return answerOf(await propfind({ url, props: wanted, depth, fetch: fetchFor(dav) }), url);
}

export async function readChanges(dav: Dav, { place, token }: { place: string; token: string }): Promise<DavAnswer> {
  const props = { 'd:getetag': {} };
  const fetch = fetchFor(dav, place);
  return answerOf(await syncCollection({ url: place, props, syncLevel: 1, syncToken: token, fetch }), place);
}

export async function listResources(
  dav: Dav,
  { place, since }: { place: string; since: string | null },
): Promise<DavAnswer> {
  const start = since === null ? null : `${since.replaceAll('-', '')}T000000Z`;
  const range = start === null ? {} : { 'time-range': { _attributes: { start } } };
  const events = { _attributes: { name: 'VEVENT' }, ...range };
  const filters = { 'comp-filter': { _attributes: { name: 'VCALENDAR' }, 'comp-filter': events } };
  const fetch = fetchFor(dav, place);
  return answerOf(await calendarQuery({ url: place, props: { 'd:getetag': {} }, filters, depth: '1', fetch }), place);
}

export async function readResources(
  dav: Dav,
  { place, hrefs }: { place: string; hrefs: readonly string[] },
): Promise<DavAnswer> {
  const props = { 'd:getetag': {}, 'c:calendar-data': {} };
  const objectUrls = hrefs.map((href) => new URL(href).pathname);
  const fetch = fetchFor(dav, place);
  return answerOf(await calendarMultiGet({ url: place, props, objectUrls, depth: '1', fetch }), place);
}

function answerOf(responses: readonly DAVResponse[], url: string): DavAnswer {
  const [first] = responses;
  if (first && !first.ok && !isMultistatus(first)) return { refused: first.status };
  if (!first || !isMultistatus(first)) throw new ReaderProblem('garbage');
  const list = responses.flatMap(({ href, status, props }) => {
    if (typeof href !== 'string' || href === '') return [];
    return [{ href: new URL(href, url).href, status: status || 200, props: props ?? {} }];
  });
  const told: unknown = (first.raw as { multistatus?: { syncToken?: unknown } }).multistatus?.syncToken;
  return { list, token: textOf(told) };
}

function isMultistatus({ raw }: DAVResponse): boolean {
  return typeof raw === 'object' && raw !== null && 'multistatus' in raw;
}

/** Text of an element, in whichever way it was written. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() || null;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return textOf(value[0]);
  if (typeof value !== 'object' || value === null) return null;
  const { _cdata, _text } = value as { _cdata?: unknown; _text?: unknown };
  return textOf(_cdata ?? _text ?? null);
}

/** The links in an element such as calendar-home-set. */
export function linksOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { href } = value as { href?: unknown };
  return (Array.isArray(href) ? href : [href]).flatMap((one) => textOf(one) ?? []);
}
