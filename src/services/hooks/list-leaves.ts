/** All that stands in a message, with where: to click on. Lists are shown by their first item, as "every item" of them. */
import { everyItem } from '#contract/hook-mapping.ts';

export interface Leaf {
  readonly path: (string | number)[];
  readonly example: string;
}

const most = 400;
const longestExample = 80;

export function listLeaves(data: unknown): Leaf[] {
  const leaves: Leaf[] = [];
  walk(data, [], leaves);
  return leaves;
}

function walk(value: unknown, path: readonly (string | number)[], leaves: Leaf[]): void {
  if (leaves.length >= most || path.length > 15) return;
  if (Array.isArray(value)) {
    if (value.length > 0) walk(value[0], [...path, everyItem], leaves);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value))
      if (key !== '' && key.length <= 200) walk(inner, [...path, key.toWellFormed()], leaves);
  } else if (value !== null && path.length > 0) {
    leaves.push({
      path: [...path],
      example: String(value).toWellFormed().replaceAll('\u0000', '').slice(0, longestExample),
    });
  }
}
