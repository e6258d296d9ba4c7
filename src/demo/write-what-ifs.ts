/** Seven months ago Joris asked what a price rise would do: the answer lies beside what happened. */
import type { Context } from '#services/context.ts';
import { askWhatIf } from '#services/what-if/ask-what-if.ts';

const dayMs = 86_400_000;
const askedDaysAgo = 213;
const risePercent = 8;

/** Asked of the year line as it stood then, so it reads like an answer of that day. */
export async function writeWhatIfs(ctx: Context, { now }: { now: Date }): Promise<void> {
  if (ctx.actor.kind !== 'user') return;
  const then = new Date(now.getTime() - askedDaysAgo * dayMs);
  await askWhatIf(
    { ...ctx, now: () => then },
    {
      question: { kind: 'price', percent: risePercent, isAnnounced: true },
      scope: { kind: 'everything' },
      asOn: then.toISOString().slice(0, 10),
    },
  );
}
