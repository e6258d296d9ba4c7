/** A line of a CSV file that a spreadsheet cannot take for a formula. */

/** What a spreadsheet begins a formula with, also in the wide forms of East Asian keyboards. */
const formulaStart = /^[=+\-@\t\r＝＋－＠]/;
/** A phone number or a plain negative number is what it says. */
const harmless = /^(\+\d[\d ().-]*|-?\d+([.,]\d+)?)$/;

export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** An apostrophe in front makes it text; an import takes that apostrophe off again. */
export function csvCell(text: string): string {
  const safe = formulaStart.test(text) && !harmless.test(text) ? `'${text}` : text;
  return /[",\r\n\t;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
