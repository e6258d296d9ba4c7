/** Connections: what keeps itself up to date, and the truth about how that goes. Secrets go in and never come out. */
import { z } from 'zod';
import { connectionProblems, connectionSettings } from './connection-kinds.ts';
import { endpoint } from './endpoint.ts';
import { done, id, instant, line, text } from './values.ts';

export const connectionSecret = z.strictObject({ password: text(2_000).min(1) });

const place = z.object({
  place: z.string(),
  name: z.string(),
  /** inbox, sent, archive, junk, trash, drafts or none of these. */
  role: z.string().nullable(),
  isWanted: z.boolean(),
});

export const connection = z.object({
  id,
  name: z.string(),
  settings: connectionSettings,
  /** Null: the firm's own, for everybody. */
  isYours: z.boolean(),
  /** Of the firm rather than of one colleague. */
  isShared: z.boolean(),
  mayChange: z.boolean(),
  state: z.enum(['new', 'reading', 'fine', 'quiet', 'trouble', 'paused']),
  problem: z.enum(connectionProblems).nullable(),
  /** What the other server said. */
  problemDetail: z.string().nullable(),
  problemSince: instant.nullable(),
  triedAt: instant.nullable(),
  succeededAt: instant.nullable(),
  /** Null: not before somebody mends it. */
  nextRunAt: instant.nullable(),
  /** When the newest thing in it happened. */
  heardAt: instant.nullable(),
  readCount: z.number(),
  failedCount: z.number(),
  coveredFrom: instant.nullable(),
  coveredUntil: instant.nullable(),
  places: z.array(
    place.extend({ done: z.number(), total: z.number().nullable(), problem: z.enum(connectionProblems).nullable() }),
  ),
  version: z.int(),
});
export type Connection = z.infer<typeof connection>;

const connectionId = { connectionId: id };
const wanted = z.array(text(2_000).min(1)).max(2_000);

/** Trouble is an answer here, not an error: it is what was asked. */
export const connectionLook = z.object({
  problem: z.enum(connectionProblems).nullable(),
  problemDetail: z.string().nullable(),
  name: z.string().nullable(),
  places: z.array(place),
});
export type ConnectionLook = z.infer<typeof connectionLook>;

export const connections = {
  list: endpoint({
    method: 'GET',
    path: '/connections',
    summary: 'The firm’s and your own connections, with how each is doing',
    tag: 'connections',
    output: z.object({ items: z.array(connection) }),
  }),
  get: endpoint({
    method: 'GET',
    path: '/connections/{connectionId}',
    summary: 'One connection',
    tag: 'connections',
    params: connectionId,
    output: connection,
  }),
  look: endpoint({
    method: 'POST',
    path: '/connections/look',
    summary: 'Try an address and password, and see what there is to read; nothing is kept',
    tag: 'connections',
    body: { settings: connectionSettings, secret: connectionSecret.nullable().default(null) },
    output: connectionLook,
  }),
  create: endpoint({
    method: 'POST',
    path: '/connections',
    summary: 'Connect a mailbox, agenda, account or feed',
    tag: 'connections',
    body: {
      settings: connectionSettings,
      secret: connectionSecret.nullable().default(null),
      /** Of the firm, for everybody; only an owner of the firm may. */
      isShared: z.boolean().default(false),
      places: wanted.optional(),
    },
    output: connection,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/connections/{connectionId}',
    summary: 'Mend, rename or pause a connection, or choose what of it is read',
    tag: 'connections',
    params: connectionId,
    body: {
      name: line(300).optional(),
      settings: connectionSettings.optional(),
      secret: connectionSecret.optional(),
      places: wanted.optional(),
      isPaused: z.boolean().optional(),
    },
    output: connection,
  }),
  read: endpoint({
    method: 'POST',
    path: '/connections/{connectionId}/read',
    summary: 'Read what is new now',
    tag: 'connections',
    params: connectionId,
    output: connection,
  }),
  resync: endpoint({
    method: 'POST',
    path: '/connections/{connectionId}/resync',
    summary: 'Read everything again from the beginning; what is known stays, once',
    tag: 'connections',
    params: connectionId,
    output: connection,
  }),
  failures: endpoint({
    method: 'GET',
    path: '/connections/{connectionId}/failures',
    summary: 'What could not be read, and why (the latest 200)',
    tag: 'connections',
    params: connectionId,
    output: z.object({
      items: z.array(
        z.object({
          place: z.string(),
          position: z.string(),
          problem: z.string(),
          bytes: z.number().nullable(),
          at: instant,
        }),
      ),
    }),
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/connections/{connectionId}',
    summary: 'Stop reading it; what came in stays, and undo brings it back',
    tag: 'connections',
    params: connectionId,
    output: done,
  }),
};
