/** Files that hang on a relation, a note or a contact moment. The bytes are fetched beside the contract: /files/{fileId}/content. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { done, id, instant, line, page, pageQuery } from './values.ts';

export const fileNoun = z.enum(['party', 'note', 'interaction']);

/** What was uploaded (POST /uploads), by the name it shall have here. */
export const uploaded = z.strictObject({ uploadId: id, name: line(255) });

export const file = z.object({
  id,
  noun: fileNoun,
  recordId: id,
  party: z.object({ id, name: z.string() }),
  name: z.string(),
  sizeBytes: z.int(),
  /** As its first bytes say, not its name. */
  mediaType: z.string(),
  sha256: z.string(),
  uploadedBy: z.object({ id, name: z.string() }).nullable(),
  createdAt: instant,
});
export type AttachedFile = z.infer<typeof file>;

const fileId = { fileId: id };

export const files = {
  list: endpoint({
    method: 'GET',
    path: '/files',
    summary: 'Files of a relation, also those on its notes and contact moments, newest first',
    tag: 'files',
    query: { ...pageQuery, partyId: id },
    output: page(file),
  }),
  get: endpoint({
    method: 'GET',
    path: '/files/{fileId}',
    summary: 'What a file is called, how large it is, what it hangs on',
    tag: 'files',
    params: fileId,
    output: file,
  }),
  create: endpoint({
    method: 'POST',
    path: '/files',
    summary: 'Hang an uploaded file (at most 50 MB) on a relation, a note or a contact moment',
    tag: 'files',
    body: { ...uploaded.shape, noun: fileNoun, recordId: id },
    output: file,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/files/{fileId}',
    summary: 'Take a file away; undo brings it back',
    tag: 'files',
    params: fileId,
    output: done,
  }),
};
