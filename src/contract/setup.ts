/** First run: a token from the console opens the house. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { done, line, text } from './values.ts';

export const locale = z.enum(['nl', 'en']);

export const setup = {
  look: endpoint({
    method: 'GET',
    path: '/setup',
    summary: 'Does the house still need its first owner?',
    tag: 'setup',
    access: 'public',
    output: z.object({ needed: z.boolean() }),
  }),
  create: endpoint({
    method: 'POST',
    path: '/setup',
    summary: 'Make the owner account with the token printed at the first start',
    tag: 'setup',
    access: 'public',
    body: {
      token: line(200),
      name: line(200),
      email: z.email().max(254),
      password: text(200).min(10),
      firmName: line(200),
      locale,
      timeZone: line(60),
    },
    output: done,
  }),
  loadDemo: endpoint({
    method: 'POST',
    path: '/demo',
    summary: 'Fill an empty house with the demo firm',
    tag: 'setup',
    access: 'owner',
    output: done,
  }),
  removeDemo: endpoint({
    method: 'DELETE',
    path: '/demo',
    summary: 'Take the demo firm out again',
    tag: 'setup',
    access: 'owner',
    output: done,
  }),
};
