/** What a schema refused, one problem per place: the path as the caller wrote it, a code, a sentence in English. */
import type { ErrorBody } from '#contract/errors.ts';

type Problem = ErrorBody['problems'][number];
type Segment = PropertyKey | { readonly key: PropertyKey };

/** The part of a Zod issue that is used here; other validators fill in less of it. */
interface Issue {
  readonly message: string;
  readonly path?: readonly Segment[] | undefined;
  readonly code?: string;
  readonly keys?: readonly string[];
  readonly params?: Readonly<Record<string, unknown>> | undefined;
  readonly errors?: readonly (readonly Issue[])[];
}

const mostTold = 50;

export function listProblems(issues: readonly Issue[]): Problem[] {
  return issues.flatMap((issue) => problemsOf(issue, [])).slice(0, mostTold);
}

function problemsOf(issue: Issue, before: readonly PropertyKey[]): Problem[] {
  const path = [
    ...before,
    ...(issue.path ?? []).map((segment) => (typeof segment === 'object' ? segment.key : segment)),
  ];
  if (issue.code === 'unrecognized_keys' && issue.keys) {
    return issue.keys.map((key) => ({ path: join([...path, key]), code: 'unknown-key', message: 'Unknown key' }));
  }
  const nested = issue.code === 'invalid_union' ? closest(issue.errors ?? []) : [];
  if (nested.length > 0) return nested.flatMap((inner) => problemsOf(inner, path));
  // Our own refinements carry their code as message: words with hyphens only.
  const own = issue.code === 'custom' && /^[a-z-]+$/.test(issue.message);
  const code = own ? issue.message : (issue.code ?? 'invalid').replaceAll('_', '-');
  return [{ path: join(path), code, message: issue.message }];
}

/** Of the shapes a value could have had, the one that it failed least. */
function closest(errors: readonly (readonly Issue[])[]): readonly Issue[] {
  return [...errors].sort((a, b) => a.length - b.length)[0] ?? [];
}

/** `body.items[3].at`: the first word says where it was read: params, query, body or headers. */
function join(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, '');
}
