/** The OpenAPI document: the contract, plus the routes beside it that stream or belong to better-auth. */

import type { OpenAPI } from '@orpc/contract';
import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { z } from 'zod';
import { errorBody } from '#contract/errors.ts';
import { contract } from '#contract/index.ts';
import { authRoutes } from './auth-routes.ts';
import { fileRoutes } from './file-routes.ts';
import { routeMeta } from './route-meta.ts';

export async function describeApi(publicUrl: string): Promise<OpenAPI.Document> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const document = await generator.generate(contract, {
    info: {
      title: 'Hecht',
      version: '1',
      description:
        'Every answer is JSON. Every error has one shape (ErrorBody). Unknown keys are refused by name (422). ' +
        'Send Idempotency-Key with a write to make a retry safe, and If-Match with the version from ETag to never overwrite ' +
        'what somebody else changed. Lists page by `cursor`: pass `nextCursor` of the page before.',
    },
    servers: [{ url: `${publicUrl}/api` }],
    security: [{ session: [] }, { apiKey: [] }],
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'hecht.session_token' },
        apiKey: { type: 'apiKey', in: 'header', name: 'x-api-key' },
      },
      schemas: { ErrorBody: z.toJSONSchema(errorBody, { io: 'output' }) as OpenAPI.SchemaObject },
    },
    customErrorResponseBodySchema: () => ({ $ref: '#/components/schemas/ErrorBody' }),
  });
  openPublicRoutes(document);
  return { ...document, paths: { ...document.paths, ...pathsOf(fileRoutes), ...pathsOf(authPaths()) } };
}

export interface PlainRoute {
  readonly method: 'GET' | 'POST';
  /** As in the OpenAPI: /imports/{importId}/errors.csv */
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  readonly access: 'public' | 'user';
  readonly requestBody?: OpenAPI.RequestBodyObject;
  readonly response: { readonly type: string; readonly description: string };
}

function authPaths(): PlainRoute[] {
  const response = { type: 'application/json', description: 'As better-auth answers' };
  return authRoutes.map((route) => ({ ...route, path: `/auth${route.path}`, tag: 'sign-in', response }));
}

function pathsOf(routes: readonly PlainRoute[]): NonNullable<OpenAPI.Document['paths']> {
  const paths: Record<string, Record<string, OpenAPI.OperationObject>> = {};
  for (const { method, path, summary, tag, access, requestBody, response } of routes) {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
    const operation: OpenAPI.OperationObject = {
      summary,
      tags: [tag],
      parameters: names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
      responses: {
        200: { description: response.description, content: { [response.type]: {} } },
        default: errorResponse,
      },
    };
    if (requestBody) operation.requestBody = requestBody;
    if (access === 'public') operation.security = [];
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation };
  }
  return paths as NonNullable<OpenAPI.Document['paths']>;
}

const errorResponse: OpenAPI.ResponseObject = {
  description: 'Refused, and why',
  content: { 'application/json': { schema: { $ref: '#/components/schemas/ErrorBody' } } },
};

/** Every operation may also be refused for reasons of the door: not signed in, too many, too large. */
function openPublicRoutes(document: OpenAPI.Document): void {
  for (const endpoint of Object.values(contract).flatMap((noun) => Object.values(noun))) {
    const { method, path } = endpoint['~orpc'].route;
    const item = document.paths?.[path ?? ''] as Record<string, OpenAPI.OperationObject> | undefined;
    const operation = item?.[(method ?? 'GET').toLowerCase()];
    if (!operation) continue;
    operation.responses = { ...operation.responses, default: errorResponse };
    requireBody(operation);
    if (routeMeta(endpoint).access === 'public') operation.security = [];
    if (routeMeta(endpoint).access === 'owner') operation.description = 'For owners only.';
  }
}

/** A body that has keys one must fill in may not be left out. */
function requireBody({ requestBody }: OpenAPI.OperationObject): void {
  if (!requestBody || !('content' in requestBody)) return;
  const schema = requestBody.content['application/json']?.schema;
  if (schema && 'required' in schema && (schema.required ?? []).length > 0) requestBody.required = true;
}
