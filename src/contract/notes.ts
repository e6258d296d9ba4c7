/** Notes about a relation: rich text, for everybody or for the author alone, pinned or in the order of time. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { file, uploaded } from './files.ts';
import { richText } from './rich-text.ts';
import { done, id, instant, page, pageQuery } from './values.ts';

export const note = z.object({
  id,
  party: z.object({ id, name: z.string() }),
  author: z.object({ id, name: z.string() }),
  body: richText,
  /** Its words alone. */
  text: z.string(),
  /** Only its author knows that it exists. */
  isPrivate: z.boolean(),
  isPinned: z.boolean(),
  files: z.array(file),
  version: z.int(),
  createdAt: instant,
  updatedAt: instant,
});
export type Note = z.infer<typeof note>;

const noteId = { noteId: id };

export const notes = {
  list: endpoint({
    method: 'GET',
    path: '/notes',
    summary: 'Notes about a relation, newest first',
    tag: 'notes',
    query: { ...pageQuery, partyId: id },
    output: page(note),
  }),
  get: endpoint({
    method: 'GET',
    path: '/notes/{noteId}',
    summary: 'One note',
    tag: 'notes',
    params: noteId,
    output: note,
  }),
  create: endpoint({
    method: 'POST',
    path: '/notes',
    summary: 'Write a note; colleagues named in it (@) are told, unless it is private',
    tag: 'notes',
    body: {
      partyId: id,
      body: richText,
      isPrivate: z.boolean().default(false),
      isPinned: z.boolean().default(false),
      files: z.array(uploaded).max(20).default([]),
    },
    output: note,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/notes/{noteId}',
    summary: 'Change, pin or close off a note (If-Match: its version)',
    tag: 'notes',
    params: noteId,
    body: { body: richText.optional(), isPrivate: z.boolean().optional(), isPinned: z.boolean().optional() },
    output: note,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/notes/{noteId}',
    summary: 'Put a note in the bin; undo brings it back',
    tag: 'notes',
    params: noteId,
    output: done,
  }),
};
