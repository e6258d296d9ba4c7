/** Of the style of an element what only changes how its own words look; nothing that fetches, covers or runs. */
const kept =
  /^(color|background-color|background|font(-(family|size|style|weight|variant))?|text-(align|decoration|indent|transform)|line-height|letter-spacing|word-spacing|white-space|vertical-align|direction|(margin|padding)(-(top|right|bottom|left))?|border(-(top|right|bottom|left))?(-(color|style|width|radius))?|border-(collapse|spacing)|width|height|(min|max)-width|max-height|display|float|clear|list-style-type|table-layout)$/;
/** A backslash can spell any of these another way. */
const unsafe = /url\s*\(|image-set|expression|javascript|import|var\s*\(|attr\s*\(|env\s*\(|[\\<>@{}]|\/\*/i;
const mostLength = 4_000;

export function cleanStyle(written: string): string {
  return written
    .slice(0, mostLength)
    .split(';')
    .flatMap((declaration) => {
      const colon = declaration.indexOf(':');
      const name = declaration.slice(0, colon).trim().toLowerCase();
      const value = declaration.slice(colon + 1).trim();
      const isKept = colon > 0 && kept.test(name) && value !== '' && value.length <= 300 && !unsafe.test(value);
      return isKept ? [`${name}:${value}`] : [];
    })
    .join(';');
}
