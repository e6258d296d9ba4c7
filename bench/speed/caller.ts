/** One client on one kept connection, as a browser that asks again and again. */
import { Agent, request } from 'node:http';

export interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
}

export interface Caller {
  /** Milliseconds until the whole answer was there; throws on any answer that is not a success. */
  time(call: Call): Promise<number>;
  ask(call: Call): Promise<{ readonly text: string; readonly cookies: readonly string[] }>;
  close(): void;
}

export function createCaller(origin: string, headers: Readonly<Record<string, string>> = {}): Caller {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask: Caller['ask'] = ({ method, path, body }) =>
    new Promise((resolve, reject) => {
      const payload = body === undefined ? undefined : JSON.stringify(body);
      const type =
        payload === undefined
          ? {}
          : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) };
      const sent = request(origin + path, { agent, method, headers: { ...headers, ...type } }, (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (chunk) => (text += chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          const status = answer.statusCode ?? 0;
          if (status < 200 || status > 299)
            return reject(new Error(`${method} ${path} answered ${status}: ${text.slice(0, 300)}`));
          resolve({ text, cookies: answer.headers['set-cookie'] ?? [] });
        });
      });
      sent.on('error', reject);
      sent.end(payload);
    });
  return {
    ask,
    time: async (call) => {
      const startedAtMs = performance.now();
      await ask(call);
      return performance.now() - startedAtMs;
    },
    close: () => agent.destroy(),
  };
}
