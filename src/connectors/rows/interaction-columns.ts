/** The documented columns of docs/import.md and the other words people head them with. */
export const interactionColumns = {
  id: ['id', 'interaction_id', 'nummer'],
  at: ['at', 'date', 'datetime', 'timestamp', 'time', 'datum', 'tijdstip', 'moment', 'op'],
  channel: ['channel', 'kanaal', 'medium'],
  kind: ['kind', 'type', 'soort'],
  from: ['from', 'sender', 'van', 'afzender'],
  from_name: ['from_name', 'sender_name', 'van_naam', 'naam_afzender'],
  to: ['to', 'receiver', 'receivers', 'recipient', 'recipients', 'aan', 'naar', 'ontvanger', 'ontvangers'],
  subject: ['subject', 'onderwerp', 'title', 'titel'],
  text: ['text', 'body', 'note', 'tekst', 'notitie', 'omschrijving', 'description'],
  answers: ['answers', 'reply_to', 'in_reply_to', 'antwoord_op'],
  asked: ['asked', 'gevraagd'],
  valence: ['valence', 'stemming'],
  benefit: ['benefit', 'voordeel'],
  benefit_giver: ['benefit_giver', 'voordeel_van', 'gever'],
  benefit_weight: ['benefit_weight', 'voordeel_gewicht'],
  amount: ['amount', 'bedrag', 'total', 'totaal'],
  currency: ['currency', 'munt', 'valuta'],
  units: ['units', 'quantity', 'aantal', 'stuks'],
  product: ['product', 'artikel', 'item'],
  brand: ['brand', 'merk'],
  offers: ['offers', 'prices', 'prijzen', 'aanbod'],
} as const;

export type InteractionColumn = keyof typeof interactionColumns;
export type InteractionCells = Readonly<Partial<Record<InteractionColumn, string>>>;

const columnByWord: ReadonlyMap<string, InteractionColumn> = new Map(
  (Object.entries(interactionColumns) as [InteractionColumn, readonly string[]][]).flatMap(([column, words]) =>
    words.map((word) => [word, column] as const),
  ),
);

export function findInteractionColumn(heading: string): InteractionColumn | null {
  return (
    columnByWord.get(
      heading
        .trim()
        .toLowerCase()
        .replace(/[\s-]+/g, '_'),
    ) ?? null
  );
}

/** Which documented columns a header has; enough to tell a file of interactions from one of parties. */
export function hasInteractionHeader(header: readonly string[]): boolean {
  const found = new Set(header.map(findInteractionColumn));
  return found.has('at') && found.has('from') && found.has('to');
}
