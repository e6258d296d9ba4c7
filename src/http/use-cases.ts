/** The table of the door: which use case answers which endpoint. */
import type { UseCases } from './serve.ts';

export const useCases: { readonly [Noun in keyof UseCases]?: Partial<UseCases[Noun]> } = {};
