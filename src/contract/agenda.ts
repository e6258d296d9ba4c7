/** The agenda: what stands in Hecht's own, in those it keeps up with elsewhere, and when colleagues are busy. */
import { z } from 'zod';
import { brief, briefMail } from './briefs.ts';
import { endpoint } from './endpoint.ts';
import { calendarDate, done, id, instant, line, page, pageQuery, text } from './values.ts';

export const eventAnswer = z.enum(['yes', 'no', 'maybe', 'none']);

const eventPerson = z.object({
  name: z.string(),
  address: z.string().nullable(),
  answer: eventAnswer,
  party: z.object({ id, name: z.string() }).nullable(),
  /** One of us. */
  isOurs: z.boolean(),
});
export type EventPerson = z.infer<typeof eventPerson>;

const when = {
  startsAt: instant,
  /** Behind it; of whole days the midnight after the last. */
  endsAt: instant,
  /** Of whole days: the first and the last. */
  startsOn: calendarDate.nullable(),
  endsOn: calendarDate.nullable(),
};

export const agendaEvent = z.object({
  id,
  /** `own`, or a calendar elsewhere. */
  calendar: z.object({ id: z.string(), name: z.string().nullable() }),
  title: z.string(),
  location: z.string().nullable(),
  description: z.string().nullable(),
  ...when,
  status: z.enum(['confirmed', 'tentative', 'cancelled']),
  isBusy: z.boolean(),
  isPrivate: z.boolean(),
  /** False: a colleague's, in which you take part. */
  isMine: z.boolean(),
  mayEdit: z.boolean(),
  isRecurring: z.boolean(),
  organiser: eventPerson.nullable(),
  people: z.array(eventPerson),
  /** Whether its calendar elsewhere knows it like this. */
  sync: z.object({
    state: z.enum(['same', 'waiting', 'clash', 'refused']),
    problem: z.string().nullable(),
    /** How it stands there, where it was changed on both sides. */
    theirs: z.object({ title: z.string(), location: z.string().nullable(), ...when }).nullable(),
  }),
  interactionId: id.nullable(),
  version: z.int(),
});
export type AgendaEvent = z.infer<typeof agendaEvent>;

const people = z.array(z.union([z.strictObject({ partyId: id }), z.strictObject({ address: z.email().max(254) })]));

const fields = {
  location: text(500).nullable().optional(),
  description: text(8000).nullable().optional(),
  startsAt: instant.optional(),
  endsAt: instant.optional(),
  /** Instead of moments: whole days. */
  startsOn: calendarDate.nullable().optional(),
  endsOn: calendarDate.nullable().optional(),
  isBusy: z.boolean().optional(),
  isPrivate: z.boolean().optional(),
  /** Who is asked to come, beside yourself. */
  people: people.max(100).optional(),
};

const eventId = { eventId: id };

export const agenda = {
  list: endpoint({
    method: 'GET',
    path: '/agenda',
    summary: 'Your agenda between two moments, at most 400 days apart: your own and those you keep up with',
    tag: 'agenda',
    query: { ...pageQuery, from: instant, until: instant, partyId: id.optional() },
    output: page(agendaEvent),
  }),
  get: endpoint({
    method: 'GET',
    path: '/agenda/{eventId}',
    summary: 'One event',
    tag: 'agenda',
    params: eventId,
    output: agendaEvent,
  }),
  create: endpoint({
    method: 'POST',
    path: '/agenda',
    summary: 'Plan something, in your own agenda or in a calendar you keep up with',
    tag: 'agenda',
    body: { title: line(300), ...fields, calendarId: line(2100).optional() },
    output: agendaEvent,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/agenda/{eventId}',
    summary: 'Move or change an event (If-Match: its version); its calendar elsewhere is told',
    tag: 'agenda',
    params: eventId,
    body: { title: line(300).optional(), ...fields },
    output: agendaEvent.extend({
      alsoChanged: z.array(z.object({ by: z.string().nullable(), at: instant, fields: z.array(z.string()) })),
    }),
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/agenda/{eventId}',
    summary: 'Take an event out, here and in its calendar elsewhere; undo brings it back',
    tag: 'agenda',
    params: eventId,
    output: done,
  }),
  restore: endpoint({
    method: 'POST',
    path: '/agenda/{eventId}/restoration',
    summary: 'Bring an event back from the bin',
    tag: 'agenda',
    params: eventId,
    output: agendaEvent,
  }),
  settle: endpoint({
    method: 'POST',
    path: '/agenda/{eventId}/settlement',
    summary: 'Changed on both sides: say which version stays',
    tag: 'agenda',
    params: eventId,
    body: { keep: z.enum(['mine', 'theirs']) },
    output: agendaEvent.nullable(),
  }),
  invitation: endpoint({
    method: 'GET',
    path: '/agenda/{eventId}/invitation',
    summary: 'The event as a calendar file, to send to those who are asked to come',
    tag: 'agenda',
    params: eventId,
    output: z.object({ fileName: z.string(), text: z.string(), addresses: z.array(z.string()) }),
  }),
  brief: endpoint({
    method: 'GET',
    path: '/agenda/{eventId}/brief',
    summary: 'What to know before this meeting, of everybody who comes',
    tag: 'agenda',
    params: eventId,
    output: z.object({ event: agendaEvent, briefs: z.array(brief) }),
  }),
  busy: endpoint({
    method: 'GET',
    path: '/free-busy',
    summary: 'When colleagues are busy, and nothing more of it',
    tag: 'agenda',
    query: { from: instant, until: instant, userIds: z.string().max(4000) },
    output: z.object({
      items: z.array(z.object({ userId: id, startsAt: instant, endsAt: instant })),
    }),
  }),
  calendars: endpoint({
    method: 'GET',
    path: '/calendars',
    summary: 'Where you can plan: your own agenda and the calendars you keep up with',
    tag: 'agenda',
    output: z.object({
      items: z.array(z.object({ id: z.string(), name: z.string().nullable(), isWritable: z.boolean() })),
    }),
  }),
  settings: endpoint({
    method: 'GET',
    path: '/brief-settings',
    summary: 'When the brief of a meeting comes by mail',
    tag: 'agenda',
    output: z.object({ mail: briefMail, canMail: z.boolean() }),
  }),
  set: endpoint({
    method: 'PUT',
    path: '/brief-settings',
    summary: 'Have the brief of a meeting mailed: never, an hour before, or the evening before',
    tag: 'agenda',
    body: { mail: briefMail },
    output: z.object({ mail: briefMail, canMail: z.boolean() }),
  }),
};
