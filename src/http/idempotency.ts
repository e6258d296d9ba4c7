import type { Context } from '#services/context.ts';

interface Once {
  readonly endpoint: string;
  readonly key: string;
  readonly input: unknown;
  readonly run: (ctx: Context) => Promise<unknown>;
}
export async function answerOnce(ctx: Context, { run }: Once): Promise<unknown> {
  return run(ctx);
}
