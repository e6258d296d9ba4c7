/** What would become of a message, or what stands in the way, in words. */
import type { HookProblem } from '#contract/hook-mapping.ts';
import type { hooks } from '#messages/en/hooks.ts';

interface Trouble {
  readonly problem: HookProblem | null;
  readonly problemField: string | null;
  readonly problemText: string | null;
}

export function sayProblem(
  { problem, problemField, problemText }: Trouble,
  { problems, mapping }: typeof hooks,
): string {
  const field = mapping.fields[problemField ?? ''] ?? problemField ?? '';
  const text = problemText ?? '';
  if (problem === null) return '';
  if (problem === 'missing') return problems.missing(field);
  if (problem === 'future') return problems.future(text);
  const say = problems[problem];
  return typeof say === 'string' ? say : say(field, text);
}

/** The event as POST /events takes it, field by field as they are named on this page. */
export function listParts(event: Readonly<Record<string, unknown>>): { field: string; value: unknown }[] {
  const { customer, type: _, ...rest } = event;
  const who = typeof customer === 'object' && customer !== null ? Object.entries(customer) : [];
  const [about, more] = [
    Object.entries(rest).filter(([name]) => name === 'at'),
    Object.entries(rest).filter(([name]) => name !== 'at' && name !== 'currency'),
  ];
  return [...about, ...who, ...more].map(([field, value]) => ({ field, value }));
}
