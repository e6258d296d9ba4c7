/** Who is signed in, the firm, and its users. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { locale } from './setup.ts';
import { done, id, instant, line, text, yearlyClosure } from './values.ts';

/** What Today looks after first: keep what there is, lean less on one person, new relations, make good. */
export const quarterGoals = ['keep', 'lean-less', 'new', 'make-good'] as const;
export const quarterGoal = z.enum(quarterGoals);
export type QuarterGoal = z.infer<typeof quarterGoal>;

export const role = z.enum(['owner', 'member']);

export const user = z.object({
  id,
  name: z.string(),
  email: z.string(),
  role,
  locale,
  partyId: id.nullable(),
  createdAt: instant,
});
export type User = z.infer<typeof user>;

export const firm = z.object({
  name: z.string(),
  timeZone: z.string(),
  defaultCountry: z.string(),
  closures: z.array(yearlyClosure),
  partyId: id,
  isDemo: z.boolean(),
  /** What the firm looks after this quarter; Today is ranked by it. */
  quarterGoal,
});
export type Firm = z.infer<typeof firm>;

export const me = {
  get: endpoint({
    method: 'GET',
    path: '/me',
    summary: 'The signed-in user and the firm',
    tag: 'me',
    output: z.object({ user, firm, hasImports: z.boolean(), hasRelations: z.boolean() }),
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/me',
    summary: 'Change own name or language',
    tag: 'me',
    body: { name: line(200).optional(), locale: locale.optional() },
    output: user,
  }),
};

export const firms = {
  update: endpoint({
    method: 'PATCH',
    path: '/firm',
    summary: 'Change the firm: name, time zone, yearly closures, what it looks after this quarter',
    tag: 'firm',
    access: 'owner',
    body: {
      name: line(200).optional(),
      timeZone: line(60).optional(),
      defaultCountry: z
        .string()
        .regex(/^[A-Z]{2}$/)
        .optional(),
      closures: z.array(yearlyClosure).max(20).optional(),
      quarterGoal: quarterGoal.optional(),
    },
    output: firm,
  }),
};

export const users = {
  list: endpoint({
    method: 'GET',
    path: '/users',
    summary: 'All colleagues who can sign in',
    tag: 'users',
    output: z.object({ items: z.array(user) }),
  }),
  create: endpoint({
    method: 'POST',
    path: '/users',
    summary: 'Let a colleague in with a first password',
    tag: 'users',
    access: 'owner',
    body: { name: line(200), email: z.email().max(254), password: text(200).min(10), role, locale },
    output: user,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/users/{userId}',
    summary: "Change a colleague's role",
    tag: 'users',
    access: 'owner',
    params: { userId: id },
    body: { role },
    output: user,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/users/{userId}',
    summary: 'End all access of a colleague at once',
    tag: 'users',
    access: 'owner',
    params: { userId: id },
    output: done,
  }),
};
