/** Programs that write all the time and send again what they got no answer to, with the same key. */
import { setTimeout as pause } from 'node:timers/promises';
import { createSeededRandom, type SeededRandom } from '#demo/seeded-random.ts';

export interface Written {
  /** The text of every contact moment that was acknowledged: each stands in the log exactly once. */
  readonly texts: ReadonlySet<string>;
  /** When each acknowledged request was sent and answered. */
  readonly acknowledged: readonly { readonly sentAtMs: number; readonly answeredAtMs: number }[];
  readonly sentAgain: number;
  /** Answers that no retry mends, and answers 500: there should be none. */
  readonly unexpected: readonly string[];
}

export interface Writers {
  readonly written: Written;
  /** Lets every writer finish what it has begun. */
  stop(): Promise<Written>;
}

const people = 40;
const perBatch = 25;

export function startWriters(input: { url: string; apiKey: string; writers: number; seed: number }): Writers {
  const texts = new Set<string>();
  const acknowledged: { sentAtMs: number; answeredAtMs: number }[] = [];
  const unexpected: string[] = [];
  const written = { texts, acknowledged, unexpected, sentAgain: 0 };
  let stopped = false;

  /** True once acknowledged; false when it was refused for good. */
  async function send(request: Request): Promise<boolean> {
    for (let attempt = 0; ; attempt += 1) {
      const sentAtMs = performance.now();
      const answer = await fetch(request.clone(), { signal: AbortSignal.timeout(15_000) }).catch(() => null);
      if (answer?.ok) {
        await answer.text();
        acknowledged.push({ sentAtMs, answeredAtMs: performance.now() });
        return true;
      }
      const text = answer ? await answer.text().catch(() => '') : '';
      if (answer && answer.status !== 503) unexpected.push(`${answer.status} ${text.slice(0, 200)}`);
      if (answer && answer.status < 500) return false;
      written.sentAgain += 1;
      await pause(20 + 10 * Math.min(attempt, 10));
    }
  }

  async function write(writer: number): Promise<void> {
    const random = createSeededRandom(input.seed * 1_000 + writer);
    for (let turn = 0; !stopped; turn += 1) {
      const job = makeJob(random, `${input.seed}-${writer}-${turn}`);
      const headers = { 'content-type': 'application/json', 'x-api-key': input.apiKey, ...job.headers };
      const body = JSON.stringify(job.body);
      const request = new Request(input.url + job.path, { method: 'POST', headers, body });
      if (await send(request)) for (const text of job.texts) texts.add(text);
    }
  }

  const running = Array.from({ length: input.writers }, (_, writer) => write(writer));
  const stop = async () => {
    stopped = true;
    await Promise.all(running);
    return written;
  };
  return { written, stop };
}

interface WriteJob {
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: unknown;
  readonly texts: readonly string[];
}

/** One of four: known again by its Idempotency-Key, by its source key, or a batch with and without such a key. */
function makeJob(random: SeededRandom, name: string): WriteJob {
  const moment = (text: string) => ({
    at: new Date(Date.now() - random.whole(0, 400 * 86_400) * 1_000 - 1_000).toISOString(),
    channel: random.pick(['call', 'mail', 'visit']),
    to: [{ kind: 'mail', value: `gast${random.whole(0, people - 1)}@klant.example`, name: null }],
    text,
  });
  const kind = random.whole(0, 3);
  const key: Record<string, string> = kind % 2 === 0 ? { 'idempotency-key': `key ${name}` } : {};
  if (kind < 2) {
    const body = { ...moment(name), ...(kind === 0 ? {} : { sourceKey: name }) };
    return { path: '/api/interactions', headers: key, body, texts: [name] };
  }
  const texts = Array.from({ length: perBatch }, (_, item) => `${name}-${item}`);
  const items = texts.map((text) => ({ ...moment(text), sourceKey: text }));
  return { path: '/api/interactions/batch', headers: key, body: { source: 'kassa', items }, texts };
}
