import type { Config } from './config.ts';

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** On one's own machine people type localhost as often as 127.0.0.1; elsewhere the house has one address. */
export function ownOrigins({ publicUrl }: Pick<Config, 'publicUrl'>): string[] {
  const { protocol, hostname, port } = new URL(publicUrl);
  if (!loopback.has(hostname)) return [];
  const others = [...loopback].filter((name) => name !== hostname);
  return others.map((name) => `${protocol}//${name}${port === '' ? '' : `:${port}`}`);
}
