/** Where a number comes from; the sources themselves are named in English, so here nothing stands in for them. */
export const parameterSources: Readonly<Record<string, string>> = {};
