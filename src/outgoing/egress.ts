/**
 * The one way out of the house: resolves the name, refuses what is not out in the world, connects to the very address that was
 * checked, checks every redirect again, and stops at its limits.
 */
import { lookup } from 'node:dns/promises';
import { type IncomingHttpHeaders, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.ts';

export interface EgressRules {
  /** Hosts with a port, as "127.0.0.1:2525", that the operator allows although they are near or on another port. */
  readonly alsoAllowed: readonly string[];
}

export interface EgressRequest {
  readonly url: string;
  /** GET when left out; PROPFIND and REPORT are asked of agendas. */
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
}

export interface EgressAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export type EgressProblem =
  | 'bad-address'
  | 'refused-address'
  | 'unknown-host'
  | 'too-many-redirects'
  | 'too-large'
  | 'too-slow'
  | 'failed';

export class EgressError extends Error {
  readonly problem: EgressProblem;
  constructor(problem: EgressProblem, cause?: unknown) {
    super(`egress: ${problem}`, { cause });
    this.name = 'EgressError';
    this.problem = problem;
  }
}

export const egressLimits = { totalMs: 10_000, bytes: 5 * 1024 * 1024, redirects: 3 } as const;

export type EgressLimits = Record<keyof typeof egressLimits, number>;

/** A single request may be given other limits; without any those of the house hold. */
export type Egress = (
  request: EgressRequest,
  own?: Partial<EgressLimits> & { signal?: AbortSignal },
) => Promise<EgressAnswer>;

export function createEgress({ alsoAllowed }: EgressRules, limits: Partial<EgressLimits> = {}): Egress {
  const allowed = new Set(alsoAllowed.map((host) => host.toLowerCase()));
  return async (first, { signal: stop, ...own } = {}) => {
    const { totalMs, bytes, redirects } = { ...egressLimits, ...limits, ...own };
    const late = AbortSignal.timeout(totalMs);
    const signal = stop ? AbortSignal.any([late, stop]) : late;
    let asked = first;
    for (let hop = 0; hop <= redirects; hop += 1) {
      const url = readUrl(asked.url, allowed);
      const address = await withinTime(pickAddress(url, allowed), signal);
      const answer = await send({ url, address, asked, signal, mostBytes: bytes });
      const next = redirectOf(answer, url, asked);
      if (next === null) return answer;
      asked = next;
    }
    throw new EgressError('too-many-redirects');
  };
}

function readUrl(text: string, allowed: ReadonlySet<string>): URL {
  if (!URL.canParse(text)) throw new EgressError('bad-address');
  const url = new URL(text);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  if (!isWeb || url.username !== '' || url.password !== '') throw new EgressError('bad-address');
  // A port that is its protocol's own reads as empty.
  const isUsualPort = url.port === '' || url.port === '80' || url.port === '443';
  if (!isUsualPort && !allowed.has(hostOf(url))) throw new EgressError('refused-address');
  return url;
}

function hostOf(url: URL): string {
  return `${url.hostname}:${url.port || (url.protocol === 'https:' ? '443' : '80')}`;
}

interface Address {
  readonly address: string;
  readonly family: number;
}

function pickAddress(url: URL, allowed: ReadonlySet<string>): Promise<Address> {
  return findOpenAddress(url.hostname.replace(/^\[|\]$/g, ''), allowed.has(hostOf(url)));
}

/** Every address of the name must be out in the world: one that is not betrays a name that means to lead inside. */
export async function findOpenAddress(host: string, isAllowed: boolean): Promise<Address> {
  const addresses = isIP(host) ? [{ address: host, family: isIP(host) }] : await resolveName(host);
  const isOpen = isAllowed || addresses.every(({ address }) => isPublicAddress(address));
  const [first] = addresses;
  if (!first || !isOpen) throw new EgressError('refused-address');
  return first;
}

async function resolveName(host: string): Promise<Address[]> {
  try {
    return await lookup(host, { all: true });
  } catch (error) {
    throw new EgressError('unknown-host', error);
  }
}

interface Sending {
  readonly url: URL;
  readonly address: Address;
  readonly asked: EgressRequest;
  readonly signal: AbortSignal;
  readonly mostBytes: number;
}

function send({ url, address, asked, signal, mostBytes }: Sending): Promise<EgressAnswer> {
  // Whatever the name means a moment later, the connection goes to the address that was checked.
  const pinned: LookupFunction = (_host, options, answer) =>
    options.all ? answer(null, [address]) : answer(null, address.address, address.family);
  const open = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) => {
      const isKnown = error instanceof EgressError;
      reject(isKnown ? error : new EgressError(signal.aborted ? 'too-slow' : 'failed', error));
    };
    const { method = 'GET', headers = {}, body } = asked;
    const going = open(url, { method, headers, lookup: pinned, signal, agent: false }, (response) => {
      const parts: Buffer[] = [];
      let size = 0;
      response.on('data', (part: Buffer) => {
        size += part.length;
        if (size > mostBytes) response.destroy(new EgressError('too-large'));
        else parts.push(part);
      });
      response.on('error', fail);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
    });
    going.on('error', fail);
    going.end(body);
  });
}

const redirected = new Set([301, 302, 303, 307, 308]);
/** What is meant for one address is not shown to another. */
const secretHeaders = new Set(['authorization', 'cookie', 'proxy-authorization']);

function redirectOf({ status, headers }: EgressAnswer, from: URL, asked: EgressRequest): EgressRequest | null {
  const { location } = headers;
  if (!redirected.has(status) || location === undefined) return null;
  if (!URL.canParse(location, from)) throw new EgressError('bad-address');
  const to = new URL(location, from);
  // Once encrypted, never in the open again.
  if (from.protocol === 'https:' && to.protocol !== 'https:') throw new EgressError('refused-address');
  const kept = Object.entries(asked.headers ?? {}).filter(
    ([name]) => to.origin === from.origin || !secretHeaders.has(name.toLowerCase()),
  );
  const method = asked.method ?? 'GET';
  // As browsers do: only a form that was sent becomes a question; PROPFIND goes on as it was.
  const isKept = status === 307 || status === 308 || (status !== 303 && method !== 'POST');
  const carriesOn = isKept || method === 'GET';
  if (carriesOn) return { ...asked, url: to.href, headers: Object.fromEntries(kept) };
  const bodyless = kept.filter(([name]) => !/^content-/i.test(name));
  return { url: to.href, method: 'GET', headers: Object.fromEntries(bodyless) };
}

/** Looking up a name knows no limit of its own. */
export function withinTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new EgressError('too-slow'));
    if (signal.aborted) return late();
    signal.addEventListener('abort', late, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', late));
  });
}
