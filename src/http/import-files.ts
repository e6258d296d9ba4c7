import type { FastifyInstance } from 'fastify';
import type { Actors } from './actors.ts';
import type { ContextFor } from './settings.ts';

export function serveImportFiles(_app: FastifyInstance, _options: { actors: Actors; contextFor: ContextFor }): void {}
