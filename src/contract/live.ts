/** What GET /api/live says: which of what a screen shows is no longer as it was. */
import { z } from 'zod';
import { id } from './values.ts';

export const liveTopics = [
  'tasks',
  'notifications',
  'keep-in-touch',
  'connections',
  'proposals',
  'plans',
  'foundations',
  'ideas',
  'house-rules',
  'reports',
  'surveys',
  'mail',
  'agenda',
  'imports',
  'tags',
  'groups',
  'fields',
  'views',
  'relation-types',
  'parameters',
  'me',
] as const;
export type LiveTopic = (typeof liveTopics)[number];

export const liveChange = z.strictObject({
  /** Relations of which something changed, that the listener may see; 'many': so many that none is named. */
  parties: z.union([z.array(id), z.literal('many')]),
  topics: z.array(z.enum(liveTopics)),
});
export type LiveChange = z.infer<typeof liveChange>;
