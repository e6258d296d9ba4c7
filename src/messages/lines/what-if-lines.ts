/** A share as it stands in a sentence about a blow. */
export function share(value: number | undefined): string {
  return `${Math.round((value ?? 0) * 100)} %`;
}
