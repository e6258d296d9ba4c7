/** The way out that readers are lent: web requests and addresses of other servers, both through egress. */
import type { ConnectionProblem } from '#contract/connection-kinds.ts';
import { nameNetProblem } from '#services/connections/net-problems.ts';
import { type Net, ReaderProblem } from '#services/connections/reader.ts';
import { type Egress, EgressError, type EgressProblem, findOpenAddress, withinTime } from './egress.ts';
import { isPublicAddress } from './public-address.ts';

interface Options {
  readonly egress: Egress;
  readonly alsoAllowed: readonly string[];
}

/** Names are looked up within this time. */
const lookUpMs = 10_000;
const bodyless = new Set([101, 204, 205, 304]);

export function createNet({ egress, alsoAllowed }: Options): Net {
  const allowed = new Set(alsoAllowed.map((host) => host.toLowerCase()));
  return {
    async fetch(url, init = {}, limits = {}) {
      // The platform knows how to make bytes and a content type of any body.
      const asked = new Request(url, { ...init, duplex: 'half' } as RequestInit);
      const body = asked.body === null ? undefined : Buffer.from(await asked.arrayBuffer());
      const headers = Object.fromEntries(asked.headers);
      const own = { ...limits, ...(init.signal ? { signal: init.signal } : {}) };
      const request = { url: asked.url, method: asked.method, headers, ...(body && { body }) };
      const answer = await inWords(() => egress(request, own));
      const told = Object.entries(answer.headers).flatMap(([name, value]) =>
        (Array.isArray(value) ? value : [value ?? '']).map((one): [string, string] => [name, one]),
      );
      const content = bodyless.has(answer.status) ? null : new Uint8Array(answer.body);
      return new Response(content, { status: answer.status, headers: told });
    },
    async findAddress(host, port) {
      const isAllowed = allowed.has(`${host}:${port}`);
      const { address } = await inWords(() =>
        withinTime(findOpenAddress(host, isAllowed), AbortSignal.timeout(lookUpMs)),
      );
      return { address, servername: host, isNearBy: !isPublicAddress(address) };
    },
  };
}

const problems: Readonly<Record<EgressProblem, ConnectionProblem>> = {
  'bad-address': 'refused-address',
  'refused-address': 'refused-address',
  'unknown-host': 'unknown-host',
  'too-many-redirects': 'garbage',
  'too-large': 'garbage',
  'too-slow': 'too-slow',
  failed: 'unreachable',
};

/** What goes wrong out there is told in the words of connections. */
async function inWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof EgressError)) throw error;
    const problem = (error.problem === 'failed' && nameNetProblem(error)) || problems[error.problem];
    throw new ReaderProblem(problem, { cause: error });
  }
}
