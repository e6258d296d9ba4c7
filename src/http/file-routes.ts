/** Routes beside the contract, because they stream: named here once, for the routes, the OpenAPI and the tests. */
import type { PlainRoute } from './openapi.ts';

export const fileRoutes = [
  {
    method: 'POST',
    path: '/uploads',
    summary: 'Bring a file (or many, as one folder); its id goes into POST /imports',
    tag: 'imports',
    access: 'user',
    requestBody: {
      required: true,
      content: {
        'multipart/form-data': {
          schema: {
            type: 'object',
            properties: { file: { type: 'array', items: { type: 'string', format: 'binary' } } },
          },
        },
      },
    },
    response: { type: 'application/json', description: '{uploadId, fileName, files, bytes}' },
  },
  {
    method: 'GET',
    path: '/imports/{importId}/errors.csv',
    summary: 'What could not be read, a row each, for a spreadsheet',
    tag: 'imports',
    access: 'user',
    response: { type: 'text/csv', description: 'position, problem' },
  },
  {
    method: 'GET',
    path: '/imports/{importId}/quarantine/{position}',
    summary: 'One item that could not be read, as it came in',
    tag: 'imports',
    access: 'user',
    response: { type: 'application/octet-stream', description: 'The raw bytes' },
  },
  {
    method: 'GET',
    path: '/files/{fileId}/content',
    summary: 'A file itself, to keep; never shown within a page',
    tag: 'files',
    access: 'user',
    response: { type: 'application/octet-stream', description: 'The bytes, as an attachment' },
  },
  {
    method: 'GET',
    path: '/mails/{mailId}/page',
    summary:
      'The page of a mail, cleaned, for a frame that runs and fetches nothing (images=1: pictures from elsewhere)',
    tag: 'mail',
    access: 'user',
    response: { type: 'text/html', description: 'With a policy of its own' },
  },
  {
    method: 'GET',
    path: '/mails/{mailId}/files/{at}',
    summary: 'A file on a mail, to keep; never shown within a page',
    tag: 'mail',
    access: 'user',
    response: { type: 'application/octet-stream', description: 'The bytes, as an attachment' },
  },
  {
    method: 'GET',
    path: '/mails/{mailId}/source.eml',
    summary: 'A mail as it was received',
    tag: 'mail',
    access: 'user',
    response: { type: 'application/octet-stream', description: 'The raw bytes' },
  },
  {
    method: 'GET',
    path: '/calendar/{token}.ics',
    summary: 'The calendar of whoever made this secret link (POST /calendar-feed)',
    tag: 'calendar',
    access: 'public',
    response: { type: 'text/calendar', description: 'Tasks, promises, birthdays, contact dates' },
  },
  {
    method: 'GET',
    path: '/live',
    summary: 'What changes while you look, as server-sent events; ends with the session',
    tag: 'live',
    access: 'user',
    response: { type: 'text/event-stream', description: 'Events named change: {parties: [id, ...] or "many", topics}' },
  },
  {
    method: 'GET',
    path: '/parties/export.csv',
    summary: 'A list of relations as a sheet, with the filters, order and columns of GET /parties',
    tag: 'parties',
    access: 'user',
    response: { type: 'text/csv', description: 'A line for each relation; cells that a sheet could run are made text' },
  },
  {
    method: 'POST',
    path: '/hooks/{token}',
    summary:
      'Where another program writes to (POST /hooks makes the address); the message is kept, then read by its mapping',
    tag: 'hooks',
    access: 'public',
    requestBody: { required: true, content: { 'application/json': { schema: { type: 'object' } } } },
    response: { type: 'application/json', description: '{received: true}' },
  {
    method: 'POST',
    path: '/oauth/start',
    summary: 'Ask a provider for a permission: the answer is the address to go to; in a browser session only',
    tag: 'connections',
    access: 'user',
    requestBody: { required: true, content: { 'application/json': { schema: { type: 'object' } } } },
    response: { type: 'application/json', description: '{address}' },
  },
  {
    method: 'GET',
    path: '/oauth/callback',
    summary: 'Where the provider sends the browser back to; goes on to the connections',
    tag: 'connections',
    access: 'user',
    response: { type: 'text/html', description: 'On to /connections?permission=given, denied, expired, ...' },
  },
  },
] as const satisfies readonly PlainRoute[];
