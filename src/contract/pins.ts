/** What stands on top of a relation's timeline: a mail, a call, a meeting, a note, a task, a promise, a file. */
import { endpoint } from './endpoint.ts';
import { done, id } from './values.ts';

export const pins = {
  create: endpoint({
    method: 'POST',
    path: '/pins',
    summary: 'Pin something of a relation’s timeline on top of it; twice is once',
    tag: 'pins',
    body: { partyId: id, recordId: id },
    output: done,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/pins/{recordId}',
    summary: 'Let it stand in the order of time again',
    tag: 'pins',
    params: { recordId: id },
    output: done,
  }),
};
