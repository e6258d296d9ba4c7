/** How deep elements lie within each other, counted without a tree: building one of too deep a page takes minutes. */
const opensNothing = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dd dt tr td th tbody thead tfoot option'.split(
    ' ',
  ),
);
const tag = /<(\/?)([a-z][a-z0-9:-]*)/gi;

export function isDeeperThan(html: string, most: number): boolean {
  let depth = 0;
  for (const [, slash, name = ''] of html.matchAll(tag)) {
    if (opensNothing.has(name.toLowerCase())) continue;
    depth = slash === '/' ? Math.max(0, depth - 1) : depth + 1;
    if (depth > most) return true;
  }
  return false;
}
