/** The API on one page: a line per endpoint that opens to what it takes and gives. */
import type { OpenAPI } from '@orpc/contract';

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

interface Endpoint {
  readonly method: string;
  readonly path: string;
  readonly operation: OpenAPI.OperationObject;
}

export function docsPage(document: OpenAPI.Document): string {
  const byTag = Map.groupBy(listEndpoints(document), ({ operation }) => operation.tags?.[0] ?? 'other');
  const index = [...byTag.keys()].map((tag) => `<a href="#${escapeHtml(tag)}">${escapeHtml(tag)}</a>`).join(' ');
  const sections = [...byTag].map(
    ([tag, endpoints]) =>
      `<section><h2 id="${escapeHtml(tag)}">${escapeHtml(tag)}</h2>${endpoints.map(endpointPart).join('')}</section>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(document.info.title)} API</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/api/docs/style.css"></head>
<body><main><h1>${escapeHtml(document.info.title)} API</h1><p>${escapeHtml(document.info.description ?? '')}</p>
<p>Sign in with a session, or send an API key (made under Settings) as <code>x-api-key</code>.
For programs: <a href="/api/openapi.json">openapi.json</a>.</p><nav aria-label="Subjects">${index}</nav>${sections.join('')}
</main></body></html>`;
}

function listEndpoints(document: OpenAPI.Document): Endpoint[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item?.[method];
      return operation ? [{ method: method.toUpperCase(), path: `/api${path}`, operation }] : [];
    }),
  );
}

function endpointPart({ method, path, operation }: Endpoint): string {
  const parameters = (operation.parameters ?? []).flatMap((parameter) => ('name' in parameter ? [parameter] : []));
  const rows = parameters.map(
    ({ name, in: where, required, schema }) =>
      `<tr><td><code>${escapeHtml(name)}</code></td><td>${escapeHtml(where)}${required ? '' : ', optional'}</td><td>${shown(schema)}</td></tr>`,
  );
  const table = rows.length > 0 ? `<table><tbody>${rows.join('')}</tbody></table>` : '';
  return `<details><summary><b>${method}</b> <code>${escapeHtml(path)}</code> <span>${escapeHtml(operation.summary ?? '')}</span></summary>
${operation.description ? `<p>${escapeHtml(operation.description)}</p>` : ''}${table}${content('Takes', operation.requestBody)}
${Object.entries(operation.responses ?? {})
  .map(([status, response]) => content(status === 'default' ? 'Refuses' : `Answers ${status}`, response))
  .join('')}</details>`;
}

function content(title: string, holder: unknown): string {
  const media = (holder as { content?: Record<string, { schema?: unknown }> } | undefined)?.content ?? {};
  return Object.entries(media)
    .map(
      ([type, { schema }]) =>
        `<h3>${escapeHtml(title)} <small>${escapeHtml(type)}</small></h3>${schema ? shown(schema) : ''}`,
    )
    .join('');
}

function shown(schema: unknown): string {
  return `<pre tabindex="0">${escapeHtml(JSON.stringify(schema, null, 1))}</pre>`;
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (char) => entities[char] ?? char);
}

export const docsStyle = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; } main { max-width: 60rem; margin: 0 auto; padding: 1.5rem; }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
nav a { padding: .15rem 0; }
details { border-block-end: 1px solid color-mix(in srgb, currentColor 20%, transparent); padding: .4rem 0; }
summary { cursor: pointer; } summary b { display: inline-block; min-width: 4.5rem; }
summary span { display: block; margin-inline-start: 1rem; }
h3 { font-size: 1rem; margin: .8rem 0 .2rem; } td { padding-inline-end: 1rem; vertical-align: top; }
pre { overflow: auto; max-height: 24rem; padding: .6rem; margin: 0; background: color-mix(in srgb, currentColor 7%, transparent); font-size: .85rem; }
td pre { max-height: 8rem; }
`;
